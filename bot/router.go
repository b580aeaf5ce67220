package bot

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"careeradvisor/bot/channels"
	"careeradvisor/bot/inbox"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/wire"
)

// taker makes a job from a delivery. It only reads the delivery, since the envelope's ack waits for
// it; the job does the work. It returns false for a delivery that is not meant for the advisor.
type taker func(*Bot, wire.Delivery) (inbox.Job, bool)

// route says which surface takes which kind of delivery.
type route struct {
	kind  string // see delivery.kind
	take  taker
	event string // that the app has to subscribe to; "" if it is no event or comes with another
	scope string // that Slack requires to deliver it, separated by spaces; "" for none
}

// routes is the one place where new surfaces are added.
func (b *Bot) routes() []route {
	return []route{
		{"slash_commands", command, "", "commands"},
		{"message.im", direct, "message.im", "im:history"},
		{"message.channel", follow, "message.channels", "channels:history"},
		{"message.group", follow, "message.groups", "groups:history"},
		{"message.mpim", inGroup, "message.mpim", "mpim:history"},
		{"app_mention", mention, "app_mention", "app_mentions:read"},
		{"message_changed", changed, "", ""},
		{"message_deleted", deleted, "", ""},
		{"member_joined_channel", invited, "member_joined_channel", "channels:read groups:read"},
		{"app_home_opened", tabOpened, "app_home_opened", ""},
		{"shortcut ask", clicked("shortcut", byPlace, b.shortcut), "", "commands"},

		{"action ask", clicked("follow-up button", byPlace, b.desk.AskNext), "", ""},
		{"action share", clicked("share", byPlace, b.desk.Share), "", ""},
		{"action vote", clicked("vote", byPlace, b.desk.Vote), "", ""},
		{"submit reason", clicked("reason", byPlace, b.desk.Reason), "", ""},
		{"action why", clicked("why", byPlace, b.desk.Why), "", ""},
		{"action person", clicked("ask a person", byPlace, b.people.confirmPerson), "", ""},
		{"submit person", clicked("ask a person", byPlace, b.people.askPerson), "", ""},
		{"action keep", clicked("keep a reply", byPlace, b.keepers.byEditor(b.people.keepReply)), "", ""},
		{"action open", clicked("open a link", byPlace, func(context.Context, wire.Click) error { return nil }), "", ""},

		{"action fit", clicked("fit check", byPlace, b.fit.Open), "", ""},
		{"submit fit", replied("fit check", b.fit.Submitted), "", ""},
		{"action interview", clicked("interview", byPlace, b.interviews.Start), "", ""},
		{"action practice", clicked("interview", byThread, b.interviews.Turn), "", ""},

		{"action question", clicked("question on Home", byPerson, b.askOnHome), "", ""},
		{"action forget", clicked("forget me", byPlace, b.askToForget), "", ""},
		{"submit forget", clicked("forget me", byPlace, b.forget), "", ""},
		{"action plan", clicked("plan", byPerson, b.planner.Make), "", ""},
		{"submit replace", clicked("plan", byPerson, b.planner.Make), "", ""},
		{"action step", clicked("plan step", byPerson, b.planner.Check), "", ""},
		{"action note", clicked("plan note", byPerson, b.planner.EditNote), "", ""},
		{"submit note", clicked("plan note", byPerson, b.planner.SaveNote), "", ""},
		{"action planpage", clicked("plan page", byPerson, b.tab.ShowPage), "", ""},
		{"action dropplan", clicked("drop plan", byPerson, b.planner.Drop), "", ""},
		{"action nudge", clicked("reminders", byPerson, b.planner.SwitchNudges), "", ""},

		{"action board", clicked("gap board", byPerson, b.keepers.byEditor(b.tab.ShowPage)), "", ""},
		{"action answer", clicked("gap board", byPerson, b.keepers.byEditor(b.editor.OpenAnswer)), "", ""},
		{"submit answer", clicked("answer a gap", onBoard, b.keepers.byEditor(b.editor.FillGap)), "", ""},
		{"action dismiss", clicked("dismiss a gap", onBoard, b.keepers.byEditor(b.editor.Dismiss)), "", ""},
		{"action answers", clicked("answers from people", byPerson, b.keepers.byEditor(b.tab.ShowPage)), "", ""},
		{"action edit", clicked("edit an answer", byPlace, b.keepers.byEditor(b.editor.OpenEdit)), "", ""},
		{"submit edit", clicked("edit an answer", onBoard, b.keepers.byEditor(b.editor.SaveEdit)), "", ""},
		{"action withdraw", clicked("withdraw an answer", onBoard, b.keepers.byEditor(b.editor.Withdraw)), "", ""},
		{"action digest", clicked("weekly summary", byPerson, b.editor.SwitchDigest), "", ""},
		{"action editors", clicked("editors", byPlace, b.keepers.byAdmin(b.keepers.openEditors)), "", ""},
		{"submit " + channels.EditorsCallback, clicked("editors", byPlace, b.keepers.byAdmin(b.keepers.saveEditors)), "", ""},
		{"submit " + channels.Callback, hereSubmitted, "", ""},
	}
}

// route finds the work that a delivery asks for.
func (b *Bot) route(d wire.Delivery) (j inbox.Job, ok bool) {
	all := b.routes()
	if i := slices.IndexFunc(all, func(r route) bool { return r.kind == d.Kind }); i >= 0 {
		j, ok = all[i].take(b, d)
	} else if d.Envelope.Type == "interactive" && !strings.HasPrefix(d.Kind, "interactive") { // every click gets a reply
		j, ok = clicked("outdated", byPlace, b.poster.Outdated)(b, d)
	}
	if ok && len(j.Names) > 0 {
		j.ID = memory.TurnID(j.Names[0])
	}
	j.Kind, j.Redelivered = d.Kind, d.Envelope.Type == "events_api"
	return j, ok
}

func (b *Bot) read(d wire.Delivery, into any) bool {
	err := json.Unmarshal(d.Payload, into)
	if err != nil {
		b.log.Warn("a delivery could not be read", "kind", d.Kind, "error", err)
	}
	return err == nil
}

// words reads what a person wrote. It returns false for anything else: messages from bots or from
// the advisor itself, edits, deletions, joins.
func (b *Bot) words(d wire.Delivery) (wire.Said, bool) {
	var s wire.Said
	ok := b.read(d, &s) && slices.Contains([]string{"", "file_share", "thread_broadcast"}, s.Subtype)
	return s, ok && b.isPersons(s) && s.Channel != "" && s.TS != ""
}

// isPersons reports whether a message is a person's, and not a bot's, Slack's or the advisor's own.
func (b *Bot) isPersons(s wire.Said) bool {
	return s.User != "" && s.User != "USLACKBOT" && s.User != b.self().UserID && !s.ByApp()
}

// Scopes are the scopes that the app has to be granted, in alphabetical order: those that its
// surfaces need, and those for what the bot does.
func Scopes() []string {
	return set(append(required(), "assistant:write", "users:read"))
}

// required are the scopes without which something does not work: all except the one for suggesting
// questions in direct messages and the one by which CheckIDs knows who exists.
func required() []string {
	all := []string{"chat:write", "reactions:write"}
	for _, r := range new(Bot).routes() {
		all = append(all, strings.Fields(r.scope)...)
	}
	return set(all)
}

// Events are the events that the app has to subscribe to, in alphabetical order; a test compares
// the app's manifest with them.
func Events() []string {
	var all []string
	for _, r := range new(Bot).routes() {
		all = append(all, r.event)
	}
	return set(all)
}

// Shortcuts are the callback IDs of the app's shortcuts, for the same test.
func Shortcuts() []string {
	var all []string
	for _, r := range new(Bot).routes() {
		if id, ok := strings.CutPrefix(r.kind, "shortcut "); ok {
			all = append(all, id)
		}
	}
	return set(all)
}

// set is everything that is not empty, sorted and without repetition.
func set(all []string) []string {
	slices.Sort(all)
	return slices.DeleteFunc(slices.Compact(all), func(s string) bool { return s == "" })
}
