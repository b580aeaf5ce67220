// Package slackemu is a local Slack: the Web API over HTTP and Socket Mode over a websocket, on a
// loopback port, for one workspace and one installed app. A bot on a real Slack client runs against
// it from end to end, in tests and in the playground.
//
// It promises to be at least as strict as Slack. It enforces tokens, scopes, membership, Block Kit
// limits and the lifetimes of triggers and response URLs, with Slack's error names. Where Slack's
// behaviour is undocumented, it does whatever is harder for the bot. What is not modelled, down to
// the arguments of a method and the fields of a block, is refused or absent, never faked: that
// includes user tokens, several workspaces, files, attachments, broadcasts, unfurling, streaming,
// workflows and Work Objects.
//
// A [Server] has four faces. The bot sees [Server.URL]. A [Person] acts (Say, Click, Submit,
// OpenHome …), and a [Screen] shows what people see and waits for it without polling. A [Test]
// reads the wire (Calls, Envelopes, WaitAcked …) and breaks it (Fail, Slow, DropTCP, Hang …). A
// [Page] follows it (Watch), for the playground. Each layer builds on the one before: hub (lock,
// clock, IDs), workspace (people, channels, messages), wire (events, envelopes, sockets), desk
// (views, what clicks and commands allow), and the faces on top.
//
// The package must not know the bot: of this module it imports only its own blockkit, and it does
// not use the client library, so that one misreading of Slack cannot hide on both sides of the
// wire. Blocks are handled as JSON.
package slackemu
