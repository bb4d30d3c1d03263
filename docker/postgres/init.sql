-- Run once by psql, when the data folder is new: a database for each service, owned by a role of its own that can enter no other.
\getenv rubric_password RUBRIC_DB_PASSWORD
\getenv evidence_password EVIDENCE_DB_PASSWORD
\getenv notification_password NOTIFICATION_DB_PASSWORD
\getenv keycloak_password KEYCLOAK_DB_PASSWORD

create role rubric login password :'rubric_password';
create role evidence login password :'evidence_password';
create role notification login password :'notification_password';
create role keycloak login password :'keycloak_password';

create database rubric owner rubric;
create database evidence owner evidence;
create database notification owner notification;
create database keycloak owner keycloak;

revoke all on database postgres, template1, rubric, evidence, notification, keycloak from public;
