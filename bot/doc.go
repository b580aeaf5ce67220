// Package bot answers career questions in Slack. It listens over Socket Mode, turns what people
// write into a [knowledge.Question], asks an [Answerer], shows the [knowledge.Answer] as Block Kit
// and keeps the [memory.Turn] in a [memory.Store]. A slash command is answered to the asker alone,
// a direct message in its conversation, and a mention in a thread below it, where follow-ups need
// no mention. Below an answer are its controls: ask on, share, vote, ask why, ask a person.
//
// It promises that
//   - an envelope is recorded before it is acked, and what was acked is answered,
//     even if the process dies in between; while the memory is down, answers still
//     go out;
//   - an event is answered once, however often and under whatever name Slack
//     delivers it, and by one of several processes that share a memory;
//   - a bounded number of workers do the work, and take what one person says in a
//     channel in order; when too much is waiting, an event is left for Slack to deliver
//     again, and a person who used a command is told;
//   - a person who asks always gets a reply, even if only an apology, and a panic in
//     one answer does not affect the others; people who talk to one another are left
//     alone;
//   - what only one person saw stays private: no button shows it to anybody else;
//   - nothing that comes from a person or a document can format a message, ping anybody or
//     unfurl, and a message within Slack's limits holds all of the answer or is
//     followed by the rest;
//   - a message that may have arrived is looked for before it is sent again, and no
//     call is made that Slack asked not to make yet;
//   - no token is ever logged, counted or part of an error.
//
// A delivery goes through the bot's rooms: wire, inbox, the router here (one table says which
// surface takes what; each surface has its own file), ask, render and post. Home, play and handover
// handle clicks elsewhere; channels holds what differs by channel. The package must not know how
// answers are found, which documents there are, or where anything is stored.
package bot
