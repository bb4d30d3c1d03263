-- The stage's stored marks, by key: what a result is made of, and less than PostgreSQL would need to compute one.
\set u random(1, :units)
select revision, leaves from stage_total where cycle = :cycle and unit = 'B' || :u and stage = 'SELF';
