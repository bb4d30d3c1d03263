-- The stored document, by key.
select document from rubric_version where rubric = 'division-contest' and version = '2565';
