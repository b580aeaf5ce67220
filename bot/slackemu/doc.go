// Package slackemu is a local Slack: the Web API over HTTP and Socket Mode
// over a websocket, on a loopback port, for one workspace and one installed
// app. A bot on a real Slack client runs against it from end to end, in tests
// and in the playground.
//
// It promises to be at least as strict as Slack. Tokens, scopes, membership, Block
// Kit limits and the lifetimes of triggers and response URLs are enforced, with
// Slack's error names. Where Slack's behaviour is undocumented, the choice that is
// harder for the bot is made. Nothing is invented for the bot's convenience: what
// it cannot do against Slack it cannot do here.
//
// A [Server] has four faces. The bot sees [Server.URL]. A [Person] acts (Say, Reply,
// Edit, Command, Click, Submit, OpenHome, Join …) and sees ([Screen]: Messages,
// Thread, Ephemerals, Modal, Home, Notices, and waits for them without polling). A
// [Test] reads the wire (Calls, Envelopes, WaitAcked, WaitIdle …) and breaks it
// (Fail, Slow, Lose, Disconnect, DropTCP, Hang …). A [Page] follows it (Watch), for
// the playground. Each layer builds on the one before: hub (lock, clock, IDs),
// workspace (people, channels, messages), wire (events, envelopes, sockets), desk
// (views, what clicks and commands allow), and on it the faces.
//
// Not modelled: user tokens and OAuth, several workspaces, shared channels, files,
// unfurling, pins, scheduled messages, streaming, workflows, Work Objects,
// suggestions for external selects, agent_view, spontaneous rate limits (use Fail),
// missing pongs, and the blocks that blockkit leaves out. All of these are refused
// or absent, never faked.
//
// The package must not know the bot: of this module it imports only its own
// blockkit, and it does not use the client library, so that one misreading of Slack
// cannot hide on both sides of the wire. Blocks are handled as JSON.
package slackemu
