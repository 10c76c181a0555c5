import { columnsOf, linksOf } from './derived-sql.ts'

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
  `
  alter table generations add column set_id text;
  alter table generations add column set_position integer;
  alter table generations add column set_size integer;
  alter table generations add column held_reason text;
  update generations set held_reason = 'rate_limited' where state = 'held';
  create index generations_by_set on generations (set_id, set_position) where set_id is not null;
  create index generations_by_spending
    on generations (coalesce(submitted_at, settled_at), world, state, held_reason, price);

  create table settings (
    name text primary key,
    value text not null
  ) strict;

  create table presets (
    id text primary key,
    name text not null unique collate nocase,
    draft text not null,
    plan text,
    saved_at text not null
  ) strict;

  create table prompts (
    id integer primary key autoincrement,
    prompt text not null unique,
    type text not null,
    used_at text not null,
    times integer not null
  ) strict;
  create virtual table prompt_words using fts5 (
    prompt, content = 'prompts', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
  );
  create trigger prompts_added after insert on prompts begin
    insert into prompt_words (rowid, prompt) values (new.id, new.prompt);
  end;
  create trigger prompts_removed after delete on prompts begin
    insert into prompt_words (prompt_words, rowid, prompt) values ('delete', old.id, old.prompt);
  end;
  insert into prompts (prompt, type, used_at, times)
    select prompt, type, created_at, times from (
      select request ->> '$.prompt' as prompt, request ->> '$.type' as type, created_at,
        count(*) as times, max(seq) as last
      from generations group by request ->> '$.prompt'
    ) order by last;
  `,
  `
  alter table generations add column prompt text generated always as (request ->> '$.prompt') virtual;
  alter table generations add column ratio text;
  alter table generations add column resolution text;
  alter table generations add column hdr integer not null default 0;
  alter table generations add column aspect integer not null default 1000;
  alter table generations add column favourite integer not null default 0;
  alter table generations add column stars integer not null default 0;
  alter table generations add column review text;
  alter table generations add column note text not null default '';
  alter table generations add column trashed_at text;
  alter table generations add column erased_at text;
  alter table generations add column queue_place real;
  create index generations_in_trash on generations (seq) where trashed_at is not null;
  alter table uploads add column from_sha256 text;
  alter table uploads add column from_frame integer;
  create index outputs_by_media on outputs (sha256);
  drop index generations_by_spending;
  create index generations_by_spending on generations
    (coalesce(submitted_at, settled_at), world, state, held_reason, price, kind, hdr);
  create index uploads_by_media on uploads (sha256);

  create table tags (
    seq integer not null references generations (seq) on delete cascade,
    tag text not null collate nocase,
    primary key (seq, tag)
  ) strict, without rowid;
  create index tags_by_name on tags (tag);

  create table boards (
    id text primary key,
    name text not null,
    find text,
    created_at text not null
  ) strict;

  create table board_items (
    board_id text not null references boards (id) on delete cascade,
    seq integer not null references generations (seq) on delete cascade,
    primary key (board_id, seq)
  ) strict, without rowid;
  create index board_items_by_seq on board_items (seq);

  create table links (
    child integer not null references generations (seq) on delete cascade,
    parent integer not null references generations (seq) on delete cascade,
    step text not null,
    frame integer,
    path text not null,
    primary key (child, path, parent)
  ) strict, without rowid;
  create index links_by_parent on links (parent, child);

  create virtual table generation_words using fts5 (
    prompt, content = 'generations', content_rowid = 'seq',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
  );
  create trigger generation_words_added after insert on generations begin
    insert into generation_words (rowid, prompt) values (new.seq, new.prompt);
  end;
  create trigger generation_words_changed before update of request on generations begin
    insert into generation_words (generation_words, rowid, prompt)
      values ('delete', old.seq, old.prompt);
  end;
  create trigger generation_words_again after update of request on generations begin
    insert into generation_words (rowid, prompt) values (new.seq, new.prompt);
  end;
  insert into generation_words (rowid, prompt) select seq, prompt from generations;
  ${columnsOf('1')}
  ${linksOf('1')}
  `,
]
