-- due_at is when the job was asked for, next_at when it is tried next. state is 'pending' or 'given up'.
create table if not exists jobs (
  id varchar(64) not null primary key,
  kind varchar(200) not null,
  person_id varchar(64) not null,
  created_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone not null,
  next_at timestamp(6) with time zone not null,
  payload varchar not null,
  failures integer not null,
  state varchar(16) not null,
  failure varchar
);

create index if not exists jobs_by_time on jobs (state, next_at);

create index if not exists jobs_by_person on jobs (person_id, kind);
