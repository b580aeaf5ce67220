-- +goose Up
-- What admins set in Slack; values are JSON.
CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- The turn behind each message that handed one over to people.
CREATE TABLE referrals (
    channel TEXT NOT NULL,
    message TEXT NOT NULL,
    turn    TEXT NOT NULL REFERENCES turns (id) ON DELETE CASCADE,
    PRIMARY KEY (channel, message)
);
CREATE INDEX referrals_turn ON referrals (turn);
