-- Run once by psql, when the data folder is new: a database for each service. Its owner makes the schema; the role by which the service
-- works reads and writes rows, as far as the owner lets it. Neither can enter another database.
\getenv rubric_owner_password RUBRIC_DB_OWNER_PASSWORD
\getenv rubric_password RUBRIC_DB_PASSWORD
\getenv evidence_owner_password EVIDENCE_DB_OWNER_PASSWORD
\getenv evidence_password EVIDENCE_DB_PASSWORD
\getenv notification_owner_password NOTIFICATION_DB_OWNER_PASSWORD
\getenv notification_password NOTIFICATION_DB_PASSWORD
\getenv keycloak_password KEYCLOAK_DB_PASSWORD

create role rubric_owner login password :'rubric_owner_password';
create role rubric login password :'rubric_password';
create role evidence_owner login password :'evidence_owner_password';
create role evidence login password :'evidence_password';
create role notification_owner login password :'notification_owner_password';
create role notification login password :'notification_password';
create role keycloak login password :'keycloak_password';

create database rubric owner rubric_owner;
create database evidence owner evidence_owner;
create database notification owner notification_owner;
create database keycloak owner keycloak;

revoke all on database postgres, template1, rubric, evidence, notification, keycloak from public;
grant connect on database rubric to rubric;
grant connect on database evidence to evidence;
grant connect on database notification to notification;
