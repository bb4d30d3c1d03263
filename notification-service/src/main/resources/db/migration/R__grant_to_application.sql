-- The application reads and writes rows; it makes no schema and empties no table. This runs again whenever it changes: a table
-- that is not like the others is named at the end.
grant usage on schema public to "${application}";
grant select, insert, update, delete on all tables in schema public to "${application}";
grant usage on all sequences in schema public to "${application}";
alter default privileges in schema public grant select, insert, update, delete on tables to "${application}";
alter default privileges in schema public grant usage on sequences to "${application}";
revoke all on flyway_schema_history from "${application}";

-- History only grows.
revoke update, delete on task_history from "${application}";
