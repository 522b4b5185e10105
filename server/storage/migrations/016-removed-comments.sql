-- Who facilitated and took a comment away. Null for one that stands, and for one its author deleted.
ALTER TABLE comments ADD COLUMN removed_by TEXT;
