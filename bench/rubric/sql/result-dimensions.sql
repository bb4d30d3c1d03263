-- Less than a result: the points of the dimensions alone, summed from the stored scores.
\set u random(1, :units)
select split_part(criterion, '.', 1) as node, sum(points) as points, count(*) as scored
  from score
 where cycle = :cycle and unit = 'B' || :u and stage = 'SELF'
 group by 1 order by 1;
