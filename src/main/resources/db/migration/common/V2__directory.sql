-- The contact centre: who there is, and who sits where.

-- One row; version rises with every change of the tables below, seats excepted.
create table contact_center (
  singleton smallint     primary key check (singleton = 1),
  id        varchar(64)  not null,
  version   bigint       not null
);

create table place (
  id   varchar(64)  primary key,
  name varchar(255) not null unique
);

create table place_group (
  id   varchar(64)  primary key,
  name varchar(255) not null unique
);

create table place_group_place (
  place_group_id varchar(64) not null references place_group (id) on delete cascade,
  place_id       varchar(64) not null references place (id),
  primary key (place_group_id, place_id)
);
create index place_group_place_by_place on place_group_place (place_id);

-- "user" is a word of SQL.
create table person (
  id                             varchar(64)  primary key,
  user_name                      varchar(255) not null unique,
  first_name                     varchar(255) not null,
  last_name                      varchar(255) not null,
  email_address                  varchar(255) not null,
  enabled                        boolean      not null,
  change_password_on_first_login boolean      not null,
  default_place_id               varchar(64)  references place (id),
  password_hash                  varchar(512)
);
create index person_by_default_place on person (default_place_id);

create table person_role (
  person_id varchar(64) not null references person (id) on delete cascade,
  role      varchar(64) not null,
  primary key (person_id, role)
);

create table agent_group (
  id   varchar(64)  primary key,
  name varchar(255) not null unique
);

create table agent_group_member (
  agent_group_id varchar(64) not null references agent_group (id) on delete cascade,
  person_id      varchar(64) not null references person (id),
  primary key (agent_group_id, person_id)
);
create index agent_group_member_by_person on agent_group_member (person_id);

create table agent_group_manager (
  agent_group_id varchar(64) not null references agent_group (id) on delete cascade,
  person_id      varchar(64) not null references person (id),
  primary key (agent_group_id, person_id)
);
create index agent_group_manager_by_person on agent_group_manager (person_id);

-- owner_kind: 1 agent, 2 agent group, 3 place, 4 place group.
create table workbin (
  id           varchar(64)  primary key,
  name         varchar(255) not null unique,
  display_name varchar(255) not null,
  owner_kind   smallint     not null check (owner_kind between 1 and 4)
);

create table queue (
  id   varchar(64)  primary key,
  name varchar(255) not null unique
);

-- A row for each contact-centre session; without a place the agent sits nowhere.
create table seat (
  person_id varchar(64) primary key references person (id) on delete cascade,
  place_id  varchar(64) unique references place (id)
);
