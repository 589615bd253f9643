-- The features that are known since have what a new contact centre has: who made theirs before
-- cannot have meant them.

insert into feature (id) values
  ('api-voice'),
  ('api-agent-control'),
  ('api-supervisor-agent-control'),
  ('api-provisioning-read'),
  ('api-provisioning-write'),
  ('api-platform-configuration-read'),
  ('api-platform-configuration-write'),
  ('ui-supervisor-edit-user'),
  ('ui-supervisor-provisioning-skill'),
  ('ui-supervisor-provisioning-user');
