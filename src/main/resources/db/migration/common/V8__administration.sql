-- What an administrator keeps besides, numbers for things, and who changed what.

create table skill (
  id          varchar(64)  primary key,
  name        varchar(255) not null unique,
  description varchar(255) not null
);

create table person_skill (
  person_id varchar(64) not null references person (id) on delete cascade,
  skill_id  varchar(64) not null references skill (id) on delete cascade,
  level     integer     not null,
  primary key (person_id, skill_id)
);
create index person_skill_by_skill on person_skill (skill_id);

create table device (
  id           varchar(64)  primary key,
  phone_number varchar(255) not null unique,
  person_id    varchar(64)  references person (id) on delete set null
);
create index device_by_person on device (person_id);

-- Sections of texts that integrations keep with a thing; kind as in object_number.
create table annex (
  kind      smallint     not null,
  object_id varchar(64)  not null,
  section   varchar(255) not null,
  name      varchar(255) not null,
  value     text         not null,
  primary key (kind, object_id, section, name)
);

-- The value is a JSON text; "group" is a word of SQL.
create table setting (
  setting_group varchar(64)  not null,
  name          varchar(255) not null,
  value         text         not null,
  primary key (setting_group, name)
);

-- The number by which platform configuration knows a thing; none is given twice, so rows stay when
-- the thing goes. kind: 1 user, 2 skill, 3 device, 4 agent group, 5 place, 6 place group,
-- 7 workbin, 8 queue.
create table object_number (
  kind      smallint    not null,
  object_id varchar(64) not null,
  number    integer     not null unique,
  primary key (kind, object_id)
);
insert into object_number (kind, object_id, number)
select kind, id, 100 + row_number() over (order by kind, id)
from (
  select 1 as kind, id from person
  union all select 4, id from agent_group
  union all select 5, id from place
  union all select 6, id from place_group
  union all select 7, id from workbin
  union all select 8, id from queue
) thing;

-- What was changed, never updated and never deleted. at: epoch microseconds. The texts before and
-- after are JSON; none before is an addition, none after a removal.
create table audit (
  number        bigint       primary key,
  at            bigint       not null,
  version       bigint       not null,
  author_id     varchar(64),
  author        varchar(255) not null,
  kind          smallint     not null,
  object_id     varchar(512) not null,
  label         varchar(512) not null,
  before_change text,
  after_change  text
);
create index audit_by_object on audit (kind, object_id, number);
create index audit_by_author on audit (author_id, number);
