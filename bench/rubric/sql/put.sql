-- One score: the service's read, then its guarded write of assessment, totals, score and history, each committed by itself.
-- What the service computes (points, totals, hashes) is given here as constants.
\set u random(1, :units)
\set k random(1, 51)
\set r random(1, 9)
select s.claim, s.not_applicable, s.note, s.revision, s.scored_by, s.scored_at,
       a.unit, a.revision as head_revision, a.history_seq, a.history_hash, c.status, c.rubric, c.version, t.stage, t.leaves,
       (cast(:criteria as text[]))[:k] as criterion
  from cycle c
  left join assessment a on a.cycle = c.cycle and a.unit = 'B' || :u
  left join stage_total t on t.cycle = a.cycle and t.unit = a.unit and t.stage = 'SELF'
  left join score s on s.cycle = t.cycle and s.unit = t.unit and s.stage = t.stage
       and s.criterion = (cast(:criteria as text[]))[:k]
 where c.cycle = :cycle
\gset
with head as (
    update assessment
       set revision = revision + 1, history_seq = history_seq + 1, history_hash = :hash
     where cycle = :cycle and unit = :unit and revision = :head_revision
    returning cycle, unit, revision, history_seq),
total as (
    update stage_total t
       set leaves = cast(:leaves as text[]), points = :k, max = 120, percent = :k, exact = cast(:k as text), percent_key = :k + cast(:r as numeric) / 7,
           rating = null, complete = true, scored = 51, top_nodes = cast(:top_nodes as jsonb), revision = t.revision + 1
      from head h
     where t.cycle = h.cycle and t.unit = h.unit and t.stage = 'SELF'),
put as (
    insert into score as s (cycle, unit, stage, criterion, claim, points, not_applicable, note, revision, seq, scored_at, scored_by)
    select cycle, unit, 'SELF', :criterion, cast('{"rung":' || :r || '}' as jsonb), cast(:r as numeric), null, null, revision, history_seq, now(),
           'pgbench'
      from head
    on conflict on constraint pk_score do update
       set claim = excluded.claim, points = excluded.points, not_applicable = excluded.not_applicable, note = excluded.note,
           revision = excluded.revision, seq = excluded.seq, scored_at = excluded.scored_at, scored_by = excluded.scored_by),
history as (
    insert into score_history (cycle, unit, seq, stage, criterion, action, claim_before, claim_after, mark_before, mark_after,
           note, changed_at, changed_by, request_id, previous_hash, hash)
    select cycle, unit, history_seq, 'SELF', :criterion, 'SCORED', cast(:claim as json), cast('{"rung":' || :r || '}' as json), '1', :r,
           null, now(), 'pgbench', '00000000-0000-0000-0000-000000000000', :history_hash, :hash
      from head)
select unit from head;
