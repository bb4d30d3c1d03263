-- A page of 50, by the service's own statement.
\set offset 50 * random(0, :units / 50 - 1)
with page as (
    select unit, points, percent, percent_key, rating, complete, top_nodes
      from stage_total
     where cycle = :cycle and stage = 'SELF'
     order by percent_key desc, unit
    offset :offset limit 50)
select p.*, s.total, s.better
  from cycle c
  cross join lateral (
    select count(*) as total, count(*) filter (where percent_key > (select max(percent_key) from page)) as better
      from stage_total where cycle = c.cycle and stage = 'SELF') s
  left join page p on true
 where c.cycle = :cycle
 order by p.percent_key desc, p.unit;
