-- A page of 50, by the service's own statement.
\set offset 50 * random(0, :units / 50 - 1)
with page as (
    select * from stage_total
     where cycle = :cycle and stage = 'SELF'
     order by percent_key desc, unit
    offset :offset limit 50)
select t.unit, u.title_en, u.title_th, t.percent_key, t.points, t.max, t.percent, t.exact, t.rating, t.complete, t.top_nodes,
       t.leaves, e.ceilings, c.rubric, c.version, s.total, s.better
  from cycle c
  cross join lateral (
    select count(*) as total, count(*) filter (where percent_key > (select max(percent_key) from page)) as better
      from stage_total where cycle = c.cycle and stage = 'SELF') s
  left join (page t
             join unit u on u.unit = t.unit
             left join unit_evidence e on e.cycle = t.cycle and e.unit = t.unit) on true
 where c.cycle = :cycle
 order by t.percent_key desc, t.unit;
