-- +goose Up
-- head: it is the first open event of its lane.
CREATE TABLE events (
    id       BIGINT PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    kind     TEXT    NOT NULL,
    lane     TEXT    NOT NULL,
    person   TEXT    NOT NULL,
    payload  BYTEA,
    received BIGINT  NOT NULL,
    attempt  BIGINT  NOT NULL DEFAULT 0,
    worker   TEXT    NOT NULL DEFAULT '',
    leased   BIGINT  NOT NULL DEFAULT 0,
    head     BOOLEAN NOT NULL,
    done_at  BIGINT,
    outcome  TEXT    NOT NULL DEFAULT ''
);
