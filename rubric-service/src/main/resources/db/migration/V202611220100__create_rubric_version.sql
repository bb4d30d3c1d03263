-- A rubric version is a draft until it is published, and never changes afterwards: scores of a closed year must be
-- recomputable for ever. The document is kept in its canonical JSON, whose SHA-256 is the hash that people quote; what
-- lists show of it stands beside it, so that they need not read documents.
create table rubric_version (
    rubric       text        not null,
    version      text        not null,
    status       text        not null,
    title_en     text        not null,
    title_th     text        not null,
    hash         text        not null,
    document     text        not null,
    criteria     integer     not null,
    max          numeric     not null,
    deadlines    integer     not null,
    warnings     jsonb       not null,
    changed_at   timestamptz not null,
    changed_by   text        not null,
    published_at timestamptz,
    constraint pk_rubric_version primary key (rubric, version),
    constraint ck_rubric_version_status check (status in ('DRAFT', 'PUBLISHED')),
    constraint ck_rubric_version_published check ((status = 'PUBLISHED') = (published_at is not null)),
    constraint ck_rubric_version_hash check (hash ~ '^[0-9a-f]{64}$')
);

-- Constraints above cannot say "never again"; this can.
create function refuse_change_of_published_rubric() returns trigger language plpgsql as $$
begin
    if old.status = 'PUBLISHED' then
        raise exception 'rubric % version % is published and immutable', old.rubric, old.version
            using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
end;
$$;

create trigger tr_rubric_version_immutable before update or delete on rubric_version
    for each row execute function refuse_change_of_published_rubric();
