-- The statement of evidence-service itself (FactsRepository) for what is accepted. EvidenceBench puts in the conditions on items and
-- on units, for one unit or for all.
with counted as (
    select i.unit, i.slot, i.kind, i.section, i.fields, count(*) as count, min(i.date) as first, max(i.date) as last,
           coalesce(array_agg(distinct i.channel) filter (where i.channel is not null), '{}') as channels,
           range_agg(range_agg(daterange(i.coverage_from, i.coverage_to, '[]')) filter (where i.coverage_from is not null))
               over (partition by i.unit, i.slot, i.kind) as coverage
      from item i join collection c on c.code = i.collection
     where i.collection = :collection and i.status = 'ACCEPTED' %s
       and i.date between c.period_start and c.period_end
     group by i.unit, i.slot, i.kind, i.fields, i.section)
select u.code as unit, k.slot, k.kind, k.section, k.fields, k.count, k.first, k.last, k.channels,
       cast(k.coverage as text) as coverage
  from unit u
  left join counted k on k.unit = u.code
  left join slot p on p.collection = u.collection and p.code = k.slot
 where u.collection = :collection %s
 order by u.code, p.position, k.kind, k.fields, k.section;
