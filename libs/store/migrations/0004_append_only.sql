-- The change log is append-only. Only an erasure of somebody's data, which is a deliberate act, may change or delete
-- events: `SET LOCAL afterword.erasure = 'on'` in its transaction. Nothing may empty the log at once.
CREATE FUNCTION refuse_change_of_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'TRUNCATE' AND current_setting('afterword.erasure', true) = 'on' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'the change log is append-only: % of events is refused', TG_OP
    USING ERRCODE = 'restrict_violation',
          HINT = 'Append an event that says what has changed. To erase somebody''s data: SET LOCAL afterword.erasure = ''on''.';
END
$$;
--> statement-breakpoint
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "events"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_events();
