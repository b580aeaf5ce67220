-- +goose Up
-- When the question was last edited, as the medium tells it.
ALTER TABLE turns ADD COLUMN edited TEXT NOT NULL DEFAULT '';
