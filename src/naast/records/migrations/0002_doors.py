"""Row-level security on PostgreSQL: the viewer role reads only what `naast_enter` has opened for it.

The web signs in with two logins, members of the roles naast_viewer and naast_rules; migrations use a
third that owns the tables. SQLite has no roles: there the viewer's connection is read-only and the
filter of access/policy.py stands alone.
"""

from django.conf import settings
from django.db import migrations

READABLE = """
  (circle_id = ANY((SELECT naast_reach('whole'))::bigint[])
   OR (circle_id = ANY((SELECT naast_reach('later'))::bigint[]) AND confirmed_at >= naast_opens(circle_id))
   OR {id} = ANY((SELECT naast_reach('shared'))::bigint[]))
  AND {id} <> ALL((SELECT naast_reach('withheld'))::bigint[])
"""
ENTRY = "EXISTS (SELECT 1 FROM h_entry e WHERE e.id = {id})"
ME = "(SELECT naast_me())"
KINDS = [
    "contact",
    "membership",
    "relation",
    "authority",
    "involvement",
    "contact_data",
    "file",
    "question",
    "agreement",
    "position",
    "evaluation",
]

POLICIES = {
    "h_entry": READABLE.format(id="id"),
    "h_entry_person": READABLE.format(id="entry_id"),
    "h_search": READABLE.format(id="entry_id"),
    "h_link": ENTRY.format(id="source_id") + " AND " + ENTRY.format(id="target_id"),
    "h_circle": "id = ANY((SELECT naast_reach('whole'))::bigint[])"
    " OR id = ANY((SELECT naast_reach('later'))::bigint[])",
    "h_circle_row": "circle_id = ANY((SELECT naast_reach('whole'))::bigint[])"
    " OR circle_id = ANY((SELECT naast_reach('later'))::bigint[])",
    "h_share": ENTRY.format(id="entry_id"),
    "h_withheld": "false",
    "h_once": "false",
    "h_person": f"id = {ME} OR id = (SELECT naast_eyes())"  # nosec B608
    " OR EXISTS (SELECT 1 FROM h_entry_person n WHERE n.person_id = h_person.id)",
    "h_dossier": "id = ANY((SELECT naast_reach('dossiers'))::bigint[])",
    "h_household": "EXISTS (SELECT 1 FROM h_dossier d WHERE d.household_id = h_household.id)",
    "h_draft": f"human_id = {ME} AND capacity = current_setting('naast.capacity', true)",
} | {f"h_{kind}": ENTRY.format(id="entry_id") for kind in KINDS}

FUNCTIONS = """
CREATE FUNCTION naast_reach(name text) RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(nullif(current_setting('naast.' || name, true), '')::bigint[], '{}') $$;

CREATE FUNCTION naast_me() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('naast.human', true), '')::bigint $$;

CREATE FUNCTION naast_eyes() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('naast.eyes', true), '')::bigint $$;

CREATE FUNCTION naast_opens(circle bigint) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT (nullif(current_setting('naast.later_from', true), '')::timestamptz[])
          [array_position(naast_reach('later'), circle)] $$;

CREATE FUNCTION naast_enter(p_human bigint, p_capacity text, p_at timestamptz, p_dossier bigint, p_public uuid,
                            p_entry uuid, p_store boolean)
RETURNS TABLE (whole bigint[], later bigint[], later_from timestamptz[], shared bigint[], withheld bigint[],
               dossiers bigint[], dossier bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, {schema} AS $$
DECLARE closed bigint[];
BEGIN
  IF p_public IS NOT NULL THEN
    p_dossier := coalesce((SELECT d.id FROM h_dossier d WHERE d.public_id = p_public), -1);
  ELSIF p_entry IS NOT NULL THEN
    p_dossier := coalesce((SELECT e.dossier_id FROM h_entry e WHERE e.public_id = p_entry), -1);
  END IF;
  dossier := p_dossier;
  SELECT coalesce(array_agg(w.dossier_id) FILTER (WHERE w.entry_id IS NULL AND w.person_id IS NULL), '{{}}'),
         coalesce(array_agg(w.entry_id) FILTER (WHERE w.entry_id IS NOT NULL), '{{}}')
    INTO closed, withheld
    FROM h_withheld w
   WHERE w.human_id = p_human AND w.starts <= p_at AND (w.ends IS NULL OR w.ends > p_at)
     AND (p_dossier IS NULL OR w.dossier_id = p_dossier);
  SELECT withheld || coalesce(array_agg(n.entry_id), '{{}}') INTO withheld
    FROM h_withheld w
    JOIN h_entry_person n ON n.person_id = w.person_id
    JOIN h_circle c ON c.id = n.circle_id AND c.dossier_id = w.dossier_id
   WHERE w.human_id = p_human AND w.entry_id IS NULL AND w.person_id IS NOT NULL
     AND w.starts <= p_at AND (w.ends IS NULL OR w.ends > p_at)
     AND (p_dossier IS NULL OR w.dossier_id = p_dossier);
  SELECT coalesce(array_agg(DISTINCT r.circle_id) FILTER (WHERE r.opens_from IS NULL), '{{}}'),
         coalesce(array_agg(DISTINCT r.dossier_id), '{{}}')
    INTO whole, dossiers
    FROM h_circle_row r
   WHERE r.human_id = p_human AND r.capacity = p_capacity
     AND r.starts <= p_at AND (r.ends IS NULL OR r.ends > p_at)
     AND (p_dossier IS NULL OR r.dossier_id = p_dossier) AND r.dossier_id <> ALL(closed);
  SELECT coalesce(array_agg(l.circle_id), '{{}}'), coalesce(array_agg(l.opens), '{{}}')
    INTO later, later_from
    FROM (SELECT r.circle_id, min(r.opens_from) AS opens
            FROM h_circle_row r
           WHERE r.human_id = p_human AND r.capacity = p_capacity AND r.opens_from IS NOT NULL
             AND r.starts <= p_at AND (r.ends IS NULL OR r.ends > p_at)
             AND (p_dossier IS NULL OR r.dossier_id = p_dossier) AND r.dossier_id <> ALL(closed)
             AND r.circle_id <> ALL(whole)
           GROUP BY r.circle_id) l;
  SELECT coalesce(array_agg(DISTINCT s.entry_id), '{{}}'), dossiers || coalesce(array_agg(DISTINCT s.dossier_id), '{{}}')
    INTO shared, dossiers
    FROM h_share s
   WHERE s.human_id = p_human AND s.capacity = p_capacity
     AND s.starts <= p_at AND (s.ends IS NULL OR s.ends > p_at)
     AND (p_dossier IS NULL OR s.dossier_id = p_dossier) AND s.dossier_id <> ALL(closed);
  IF p_store THEN
    PERFORM set_config('naast.human', p_human::text, true), set_config('naast.capacity', p_capacity, true),
            set_config('naast.whole', whole::text, true), set_config('naast.later', later::text, true),
            set_config('naast.later_from', later_from::text, true), set_config('naast.shared', shared::text, true),
            set_config('naast.withheld', withheld::text, true), set_config('naast.dossiers', dossiers::text, true),
            set_config('naast.eyes', '', true);
  ELSE
    PERFORM set_config('naast.eyes', p_human::text, true);
  END IF;
  RETURN NEXT;
END $$;
"""


def _roles(cursor, *names):
    for name in names:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name])
        if cursor.fetchone() is None:
            cursor.execute(f'CREATE ROLE "{name}" NOLOGIN')


def shut(apps, schema_editor):
    """Make the roles, the functions and one policy a table; nothing on other databases."""
    if schema_editor.connection.vendor != "postgresql":
        return
    viewer, rules = settings.VIEWER_ROLE, settings.RULES_ROLE
    with schema_editor.connection.cursor() as cursor:
        _roles(cursor, viewer, rules)
        cursor.execute("SELECT current_schema()")
        schema = cursor.fetchone()[0]
        cursor.execute(FUNCTIONS.replace("{schema}", f'"{schema}"').replace("{{}}", "{}"))
        cursor.execute(f'GRANT USAGE ON SCHEMA "{schema}" TO "{viewer}", "{rules}"')
        cursor.execute(
            f'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "{schema}" TO "{rules}"'
        )
        cursor.execute(f'GRANT USAGE ON ALL SEQUENCES IN SCHEMA "{schema}" TO "{rules}"')
        cursor.execute(
            f'ALTER DEFAULT PRIVILEGES IN SCHEMA "{schema}" GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "{rules}"'
        )
        cursor.execute(f'ALTER DEFAULT PRIVILEGES IN SCHEMA "{schema}" GRANT USAGE ON SEQUENCES TO "{rules}"')
        for table, readable in POLICIES.items():
            cursor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
            cursor.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
            cursor.execute(f'GRANT SELECT ON {table} TO "{viewer}"')
            cursor.execute(f'CREATE POLICY reads ON {table} FOR SELECT TO "{viewer}" USING ({readable})')
            cursor.execute(
                f'CREATE POLICY rules ON {table} TO "{rules}", CURRENT_USER USING (true) WITH CHECK (true)'
            )


class Migration(migrations.Migration):
    dependencies = [("records", "0001_initial")]
    operations = [migrations.RunPython(shut, migrations.RunPython.noop)]
