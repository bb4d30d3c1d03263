-- 51 scores of one unit, as the service writes them: lock, two reads, one set-based write, in one transaction.
\set u random(1, :units)
\set r random(1, 9)
select cycle, rubric, version, status from cycle where cycle = :cycle;
begin;
select count(*) from (
    select 1 from assessment where cycle = :cycle and unit = 'B' || :u order by unit for no key update) locked;
select a.unit, a.revision as head_revision, a.history_seq, a.history_hash, c.status, c.rubric, c.version, t.stage, t.leaves
  from cycle c
  join assessment a on a.cycle = c.cycle and a.unit = 'B' || :u
  join stage_total t on t.cycle = a.cycle and t.unit = a.unit and t.stage = 'SELF'
 where c.cycle = :cycle
\gset
select s.unit, s.stage, s.criterion, s.claim, s.not_applicable, s.note, s.revision, s.scored_by, s.scored_at
  from score s
 where s.cycle = :cycle and s.unit = :unit and s.stage = 'SELF' and s.criterion = any(cast(:criteria as text[]));
with head as (
    update assessment
       set revision = revision + 1, history_seq = history_seq + 51, history_hash = :hash
     where cycle = :cycle and unit = :unit and revision = :head_revision
    returning cycle, unit, revision),
line as (
    select h.cycle, h.unit, h.revision, w.criterion, w.position
      from head h, unnest(cast(:criteria as text[])) with ordinality as w (criterion, position)),
total as (
    update stage_total t
       set leaves = cast(:leaves as text[]), points = :r, max = 120, percent = :r, exact = cast(:r as text), percent_key = cast(:r as numeric) / 7,
           rating = null, complete = true, scored = 51, top_nodes = cast(:top_nodes as jsonb), revision = t.revision + 1
      from head h
     where t.cycle = h.cycle and t.unit = h.unit and t.stage = 'SELF'),
put as (
    insert into score as s (cycle, unit, stage, criterion, claim, points, not_applicable, note, revision, seq, scored_at, scored_by)
    select cycle, unit, 'SELF', criterion, cast('{"rung":' || :r || '}' as jsonb), cast(:r as numeric), null, null, revision,
           cast(:history_seq as bigint) + position, now(), 'pgbench'
      from line
    on conflict on constraint pk_score do update
       set claim = excluded.claim, points = excluded.points, not_applicable = excluded.not_applicable, note = excluded.note,
           revision = excluded.revision, seq = excluded.seq, scored_at = excluded.scored_at, scored_by = excluded.scored_by),
history as (
    insert into score_history (cycle, unit, seq, stage, criterion, action, claim_before, claim_after, mark_before, mark_after,
           note, changed_at, changed_by, request_id, previous_hash, hash)
    select cycle, unit, cast(:history_seq as bigint) + position, 'SELF', criterion, 'SCORED', cast('{"rung":1}' as json),
           cast('{"rung":' || :r || '}' as json), '1', :r, null, now(), 'pgbench',
           '00000000-0000-0000-0000-000000000000', :history_hash, :hash
      from line)
select unit from head;
commit;
