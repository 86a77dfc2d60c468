"""Two persons can be the same human being: what is withheld from one is withheld from the other.

The viewer's door is told so by the same definer function as before, which asks `naast_same` who is joined with whom.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

FUNCTIONS = """
CREATE FUNCTION naast_same(p_persons bigint[], p_at timestamptz) RETURNS bigint[] LANGUAGE sql STABLE AS $$
  WITH RECURSIVE same(id) AS (
    SELECT unnest(p_persons)
     UNION
    SELECT CASE s.kept_id WHEN same.id THEN s.other_id ELSE s.kept_id END
      FROM same JOIN h_same_person s ON s.kept_id = same.id OR s.other_id = same.id
     WHERE s.starts <= p_at AND (s.ends IS NULL OR s.ends > p_at))
  SELECT array_agg(same.id) FROM same
$$;

CREATE OR REPLACE FUNCTION naast_enter(p_human bigint, p_capacity text, p_at timestamptz, p_dossier bigint, p_public uuid,
                            p_entry uuid, p_store boolean)
RETURNS TABLE (whole bigint[], later bigint[], later_from timestamptz[], shared bigint[], withheld bigint[],
               dossiers bigint[], dossier bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, {schema} AS $$
DECLARE closed bigint[]; humans bigint[];
BEGIN
  IF p_public IS NOT NULL THEN
    p_dossier := coalesce((SELECT d.id FROM h_dossier d WHERE d.public_id = p_public), -1);
  ELSIF p_entry IS NOT NULL THEN
    p_dossier := coalesce((SELECT e.dossier_id FROM h_entry e WHERE e.public_id = p_entry), -1);
  END IF;
  dossier := p_dossier;
  humans := naast_same(ARRAY[p_human], p_at);
  SELECT coalesce(array_agg(w.dossier_id) FILTER (WHERE w.entry_id IS NULL AND w.person_id IS NULL), '{}'),
         coalesce(array_agg(w.entry_id) FILTER (WHERE w.entry_id IS NOT NULL), '{}')
    INTO closed, withheld
    FROM h_withheld w
    LEFT JOIN h_entry e ON e.id = w.entry_id
   WHERE w.human_id = ANY(humans) AND w.starts <= p_at AND (w.ends IS NULL OR w.ends > p_at)
     AND (p_dossier IS NULL OR w.dossier_id = p_dossier)
     AND NOT (w.work_only AND p_capacity = 'resident')
     AND NOT (w.silent AND w.human_id <> p_human AND e.writer_id = p_human);
  SELECT withheld || coalesce(array_agg(n.entry_id), '{}') INTO withheld
    FROM h_withheld w
    JOIN h_entry_person n ON n.person_id = ANY(naast_same(ARRAY[w.person_id], p_at))
    JOIN h_circle c ON c.id = n.circle_id AND c.dossier_id = w.dossier_id
   WHERE w.human_id = ANY(humans) AND w.entry_id IS NULL AND w.person_id IS NOT NULL
     AND w.starts <= p_at AND (w.ends IS NULL OR w.ends > p_at)
     AND (p_dossier IS NULL OR w.dossier_id = p_dossier);
  SELECT coalesce(array_agg(DISTINCT r.circle_id) FILTER (WHERE r.opens_from IS NULL), '{}'),
         coalesce(array_agg(DISTINCT r.dossier_id), '{}')
    INTO whole, dossiers
    FROM h_circle_row r
   WHERE r.human_id = p_human AND r.capacity = p_capacity
     AND r.starts <= p_at AND (r.ends IS NULL OR r.ends > p_at)
     AND (p_dossier IS NULL OR r.dossier_id = p_dossier) AND r.dossier_id <> ALL(closed);
  SELECT coalesce(array_agg(l.circle_id), '{}'), coalesce(array_agg(l.opens), '{}')
    INTO later, later_from
    FROM (SELECT r.circle_id, min(r.opens_from) AS opens
            FROM h_circle_row r
           WHERE r.human_id = p_human AND r.capacity = p_capacity AND r.opens_from IS NOT NULL
             AND r.starts <= p_at AND (r.ends IS NULL OR r.ends > p_at)
             AND (p_dossier IS NULL OR r.dossier_id = p_dossier) AND r.dossier_id <> ALL(closed)
             AND r.circle_id <> ALL(whole)
           GROUP BY r.circle_id) l;
  SELECT coalesce(array_agg(DISTINCT s.entry_id), '{}'), dossiers || coalesce(array_agg(DISTINCT s.dossier_id), '{}')
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
  ELSIF NOT p_store THEN  -- behind the rules door it is null: nothing is set
    PERFORM set_config('naast.eyes', p_human::text, true);
  END IF;
  RETURN NEXT;
END $$;
"""
# A professional of a local team, with their own eyes, who may know of both.
READABLE = """
  current_setting('naast.capacity', true) = 'staff' AND (SELECT naast_eyes()) IS NULL
  AND EXISTS (SELECT 1 FROM h_person p WHERE p.id = kept_id)
  AND EXISTS (SELECT 1 FROM h_person p WHERE p.id = other_id)
"""


def shut(apps, schema_editor):
    """The new table's policy and the function that computes a reach; nothing on other databases."""
    if schema_editor.connection.vendor != "postgresql":
        return
    viewer, rules = settings.VIEWER_ROLE, settings.RULES_ROLE
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        cursor.execute(FUNCTIONS.replace("{schema}", f'"{cursor.fetchone()[0]}"'))
        cursor.execute("ALTER TABLE h_same_person ENABLE ROW LEVEL SECURITY")
        cursor.execute("ALTER TABLE h_same_person FORCE ROW LEVEL SECURITY")
        cursor.execute(f'GRANT SELECT ON h_same_person TO "{viewer}"')
        cursor.execute(f'CREATE POLICY reads ON h_same_person FOR SELECT TO "{viewer}" USING ({READABLE})')
        cursor.execute(
            f'CREATE POLICY rules ON h_same_person TO "{rules}", CURRENT_USER USING (true) WITH CHECK (true)'
        )


def about_work(apps, schema_editor):
    """What workers declared of themselves was about their work. What others set stays as closed as it was."""
    rows = apps.get_model("records", "Withheld").objects.filter(entry=None, person=None)
    rows.filter(set_by_id=models.F("human_id")).update(work_only=True)


PERSON = {"on_delete": django.db.models.deletion.PROTECT, "related_name": "+", "to": "records.person"}


class Migration(migrations.Migration):
    dependencies = [("records", "0004_silent")]
    operations = [
        migrations.AddField("withheld", "work_only", models.BooleanField(default=False)),
        migrations.CreateModel(
            name="SamePerson",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kept", models.ForeignKey(**PERSON)),
                ("other", models.ForeignKey(**PERSON)),
                ("because", models.TextField()),
                ("said_by", models.ForeignKey(**PERSON)),
                ("starts", models.DateTimeField()),
                ("ends", models.DateTimeField(blank=True, null=True)),
                ("ended_by", models.ForeignKey(blank=True, null=True, **PERSON)),
                ("ended_because", models.TextField(blank=True)),
            ],
            options={
                "db_table": "h_same_person",
                "constraints": [
                    models.UniqueConstraint(
                        fields=["kept", "other"], condition=models.Q(ends=None), name="joined_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kept", models.F("other")), _negated=True),
                        name="joined_with_another",
                    ),
                ],
            },
        ),
        migrations.RunPython(shut, migrations.RunPython.noop),
        migrations.RunPython(about_work, migrations.RunPython.noop),
    ]
