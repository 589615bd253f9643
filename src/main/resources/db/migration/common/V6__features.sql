-- What the contact centre has. A store that was made before this has what a new one has.

create table feature (
  id varchar(64) primary key
);
insert into feature (id) values ('api-multimedia');
