-- +goose Up
-- Documents that people wrote, for all processes. Whoever sets withdrawn takes one back.
CREATE TABLE entries (
    name      TEXT    PRIMARY KEY,
    text      TEXT    NOT NULL,
    author    TEXT    NOT NULL,
    saved     BIGINT  NOT NULL,
    withdrawn BOOLEAN NOT NULL DEFAULT FALSE
);
