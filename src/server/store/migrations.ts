/** Each entry takes the schema one version further. Published ones are never edited. */
export const migrations: readonly string[] = [
  `
  create table generations (
    seq integer primary key autoincrement,
    id text not null unique,
    state text not null,
    world text not null,
    model text not null,
    kind text not null,
    request text not null,
    request_hash text not null,
    sent text,
    upstream_id text,
    created_at text not null,
    submitted_at text,
    settled_at text,
    failure_code text,
    failure_reason text,
    failure_path text,
    price text,
    understood text,
    retry_at text,
    attempts integer not null default 0
  ) strict;
  create index generations_by_state on generations (state, seq);
  create index generations_by_kind on generations (kind, state, seq);

  create table media (
    sha256 text primary key,
    medium text not null,
    media_type text not null,
    bytes integer not null,
    width integer,
    height integer,
    frames integer,
    fps real,
    duration_s real,
    thumbhash text
  ) strict;

  create table outputs (
    generation_id text not null references generations (id) on delete cascade,
    position integer not null,
    sha256 text not null references media (sha256),
    primary key (generation_id, position)
  ) strict;

  create table uploads (
    id text primary key,
    sha256 text not null references media (sha256),
    created_at text not null
  ) strict;
  `,
]
