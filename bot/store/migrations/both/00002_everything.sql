-- +goose Up
-- Times are Unix microseconds in UTC. What is not looked up is JSON.

CREATE INDEX events_heads ON events (id) WHERE head;
CREATE INDEX events_open ON events (lane, id) WHERE done_at IS NULL;
CREATE INDEX events_done ON events (done_at) WHERE done_at IS NOT NULL;

CREATE TABLE event_keys (
    key   TEXT   PRIMARY KEY,
    event BIGINT NOT NULL REFERENCES events (id) ON DELETE CASCADE
);
CREATE INDEX event_keys_event ON event_keys (event);

-- closed_at: a gap that the turn was is answered by the document closed_with.
CREATE TABLE turns (
    id          TEXT    PRIMARY KEY,
    asked_at    BIGINT  NOT NULL,
    surface     TEXT    NOT NULL,
    asker       TEXT    NOT NULL,
    channel     TEXT    NOT NULL,
    thread      TEXT    NOT NULL,
    message     TEXT    NOT NULL,
    kind        TEXT    NOT NULL,
    generation  TEXT    NOT NULL,
    referred    BOOLEAN NOT NULL,
    closed_at   BIGINT,
    closed_by   TEXT,
    closed_with TEXT,
    question    TEXT    NOT NULL,
    replies     TEXT    NOT NULL,
    answer      TEXT    NOT NULL
);
CREATE INDEX turns_asked ON turns (asked_at, kind, asker);
CREATE INDEX turns_asker ON turns (asker);
CREATE INDEX turns_thread ON turns (channel, thread, asked_at);
CREATE INDEX turns_message ON turns (channel, message);

-- The turn behind each message of an answer.
CREATE TABLE replies (
    channel TEXT NOT NULL,
    message TEXT NOT NULL,
    turn    TEXT NOT NULL REFERENCES turns (id) ON DELETE CASCADE,
    PRIMARY KEY (channel, message, turn)
);
CREATE INDEX replies_turn ON replies (turn);

CREATE TABLE votes (
    turn     TEXT    NOT NULL REFERENCES turns (id) ON DELETE CASCADE,
    voter    TEXT    NOT NULL,
    helpful  BOOLEAN NOT NULL,
    reason   TEXT    NOT NULL,
    voted_at BIGINT  NOT NULL,
    PRIMARY KEY (turn, voter)
);
CREATE INDEX votes_voter ON votes (voter);
CREATE INDEX votes_voted ON votes (voted_at);

CREATE TABLE plans (
    owner    TEXT    PRIMARY KEY,
    title    TEXT    NOT NULL,
    steps    TEXT    NOT NULL,
    finished BOOLEAN NOT NULL,
    nudge    BOOLEAN NOT NULL,
    nudged   BIGINT  NOT NULL,
    created  BIGINT  NOT NULL,
    updated  BIGINT  NOT NULL
);
CREATE INDEX plans_nudge ON plans (nudged) WHERE nudge AND NOT finished;

CREATE TABLE practices (
    channel  TEXT    NOT NULL,
    thread   TEXT    NOT NULL,
    owner    TEXT    NOT NULL,
    role     TEXT    NOT NULL,
    areas    TEXT    NOT NULL,
    area     BIGINT  NOT NULL,
    told     BOOLEAN NOT NULL,
    ended    BOOLEAN NOT NULL,
    updated  BIGINT  NOT NULL,
    PRIMARY KEY (channel, thread)
);
CREATE INDEX practices_owner ON practices (owner);
CREATE INDEX practices_updated ON practices (updated);

CREATE TABLE occasions (
    key  TEXT   PRIMARY KEY,
    seen BIGINT NOT NULL
);

-- One row that Ping writes, to see that writing works.
CREATE TABLE pulse (
    beats BIGINT NOT NULL
);
INSERT INTO pulse (beats) VALUES (0);
