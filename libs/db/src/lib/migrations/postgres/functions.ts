import { LOCKS } from '../../engine/locks';

/** Tables whose rows are numbered by a sequence, so that several monitors may add to them. */
const NUMBERED = [
  'license_events',
  'server_messages',
  'quarantined_lines',
  'log_streams',
  'products',
  'users',
  'hosts',
  'clients',
  'programs',
  'license_terms',
  'internal_ids',
  'event_texts',
  'capacity_reports',
  'capacity_pools',
  'capacity_failures',
];

export const SEQUENCES = NUMBERED.map((table) => `CREATE SEQUENCE ${table}_ids`);

/**
 * Gives some numbers in a row. Others wait for the moment of counting alone, not for the end of the
 * transaction; so a later number may be committed first. Until its transaction has ended, an advisory
 * lock on the first number of events shows that these are not all there yet: it is taken before the
 * sequence moves, so whoever sees a number taken sees the lock, too (`FeedPosition`).
 */
const RESERVE_IDS = `CREATE FUNCTION reserve_ids(source text, amount bigint) RETURNS bigint
  LANGUAGE plpgsql AS $$
  DECLARE
    counter regclass := source || '_ids';
    first bigint;
  BEGIN
    PERFORM pg_advisory_lock(${LOCKS.counting}, hashtext(source));
    BEGIN
      first := COALESCE(pg_sequence_last_value(counter), 0) + 1;
      IF amount > 0 THEN
        IF source = 'license_events' THEN PERFORM pg_advisory_xact_lock(first); END IF;
        PERFORM setval(counter, first + amount - 1);
      END IF;
    EXCEPTION WHEN query_canceled OR OTHERS THEN
      PERFORM pg_advisory_unlock(${LOCKS.counting}, hashtext(source));
      RAISE;
    END;
    PERFORM pg_advisory_unlock(${LOCKS.counting}, hashtext(source));
    RETURN first;
  END $$`;

/**
 * Adds the partition of a month, unless it is there. Attaching a table keeps neither readers nor
 * writers of the others waiting, as creating it in its place would; that is why there is no default
 * partition, which would be locked meanwhile.
 */
const ADD_MONTH = `CREATE FUNCTION add_month(month text, from_ms bigint, to_ms bigint) RETURNS void
  LANGUAGE plpgsql AS $$
  DECLARE
    part text := 'license_events_' || month;
  BEGIN
    PERFORM pg_advisory_xact_lock(${LOCKS.months}, 0);
    IF to_regclass(part) IS NOT NULL THEN RETURN; END IF;
    EXECUTE format('CREATE TABLE %I (LIKE license_events INCLUDING ALL)', part);
    EXECUTE format('ALTER TABLE license_events ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%s)',
      part, from_ms, to_ms);
    EXECUTE format('CREATE TRIGGER license_events_refuse_truncate BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change(''license_events'')', part);
  END $$`;

/** The one change that is let through, when it is announced: the instants of a wrong time zone. */
const REFUSE_CHANGE = `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'UPDATE' AND TG_ARGV[0] = 'license_events'
      AND current_setting('license_monitor.converts_times', true) = 'on'
      AND to_jsonb(NEW) - 'at' - 'time_flag' = to_jsonb(OLD) - 'at' - 'time_flag'
    THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION '% is append-only: % refused', TG_ARGV[0], TG_OP;
  END $$`;

export const FUNCTIONS = [RESERVE_IDS, ADD_MONTH, REFUSE_CHANGE];
