-- Run by every instance at its start; one after the other, and a second time it changes nothing.
SELECT pg_advisory_xact_lock(1);

CREATE TABLE IF NOT EXISTS people (
  id text PRIMARY KEY,
  role text NOT NULL,
  -- The number of the last snapshot about them.
  seq bigint NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS sessions (id text PRIMARY KEY, person text NOT NULL REFERENCES people);
CREATE TABLE IF NOT EXISTS keys (
  kid text PRIMARY KEY,
  jwk jsonb NOT NULL,
  made timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE IF NOT EXISTS notes (id serial PRIMARY KEY, author text NOT NULL, words text NOT NULL);

INSERT INTO people (id, role) VALUES ('ada', 'admin'), ('ben', 'author') ON CONFLICT DO NOTHING;

CREATE OR REPLACE FUNCTION tell_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('rights', NEW.id);
  RETURN NULL;
END $$;
-- Whoever changes rights, also by hand: it is sent when the change is committed.
CREATE OR REPLACE TRIGGER rights_changed AFTER UPDATE OF role ON people
  FOR EACH ROW WHEN (OLD.role IS DISTINCT FROM NEW.role) EXECUTE FUNCTION tell_change();
