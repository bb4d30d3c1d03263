-- The statement of evidence-service itself (FactsRepository), for any one of the units.
\set number random(1, :units)
with waiting as (
    select i.id, i.replaces from item i
     where false and i.collection = :collection and (cast('B' || :number as text) is null or i.unit = 'B' || :number)
       and i.status = 'PENDING'
       and not exists (select from file f join content b on b.sha256 = f.sha256
                        where f.item = i.id and b.status <> 'CLEAN')),
counted as (
    select i.unit, i.slot, i.kind, i.channel, i.section, i.date, i.fields,
           daterange(i.coverage_from, i.coverage_to, '[]') as days, i.coverage_from is not null as covers
      from item i join collection c on c.code = i.collection
     where i.collection = :collection
       and (cast('B' || :number as text) is null or i.unit = 'B' || :number)
       and (i.status = 'ACCEPTED' or (i.status = 'PENDING' and i.id in (select id from waiting)))
       and i.date between c.period_start and c.period_end
       and (cast(null as date) is null or i.date <= null)
       and i.id not in (select replaces from waiting where replaces is not null)),
kinds as (
    select unit, slot, kind, count(*) as count, min(date) as first, max(date) as last,
           coalesce(array_agg(distinct channel) filter (where channel is not null), '{}') as channels,
           range_agg(days) filter (where covers) as coverage
      from counted group by unit, slot, kind),
sections as (
    select unit, slot, kind,
           jsonb_object_agg(section, jsonb_build_object('count', count, 'first', first)) as sections
      from (select unit, slot, kind, section, count(*) as count, min(date) as first
              from counted where section is not null group by unit, slot, kind, section) s
     group by unit, slot, kind),
field_sets as (
    select unit, slot, kind,
           jsonb_agg(jsonb_build_object('fields', fields, 'count', count) order by fields) as field_sets
      from (select unit, slot, kind, fields, count(*) as count
              from counted where fields <> '{}' group by unit, slot, kind, fields) f
     group by unit, slot, kind)
select u.code as unit, k.slot, k.kind, k.count, k.first, k.last, k.channels, s.sections, f.field_sets,
       (select jsonb_agg(jsonb_build_object('from', lower(d), 'to', upper(d) - 1) order by d)
          from unnest(k.coverage) d) as coverage
  from unit u
  left join kinds k on k.unit = u.code
  left join slot p on p.collection = u.collection and p.code = k.slot
  left join sections s on (s.unit, s.slot, s.kind) = (k.unit, k.slot, k.kind)
  left join field_sets f on (f.unit, f.slot, f.kind) = (k.unit, k.slot, k.kind)
 where u.collection = :collection and (cast('B' || :number as text) is null or u.code = 'B' || :number)
 order by u.code, p.position, k.kind;
