-- The same question answered by PostgreSQL: the points of every node (dimension, area, criterion) from the stored scores.
\set u random(1, :units)
select array_to_string(path[1 : level], '.') as node, sum(points) as points, count(*) as scored
  from (select string_to_array(criterion, '.') as path, points
          from score
         where cycle = :cycle and unit = 'B' || :u and stage = 'SELF') as scored
 cross join lateral generate_series(1, cardinality(path)) as level
 group by 1 order by 1;
