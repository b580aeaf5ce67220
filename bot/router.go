package bot

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"careeradvisor/bot/ask"
	"careeradvisor/bot/channels"
	"careeradvisor/bot/home"
	"careeradvisor/bot/inbox"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/play"
	"careeradvisor/bot/wire"
)

// taker makes a job from a delivery. It only reads the delivery, since the envelope's ack
// waits for it; the job does the work. It returns false for what is not meant for the
// advisor.
type taker func(*Bot, wire.Delivery) (inbox.Job, bool)

// route says which surface takes which kind of delivery.
type route struct {
	kind  string // see delivery.kind
	take  taker
	event string // that the app has to subscribe to, "" for what is no event or comes with another
	scope string // that Slack asks for to deliver it, "" for none, with a space between several
}

// routes is the one place to add a new surface.
func routes() []route {
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
		{"shortcut ask", clicked("shortcut", (*Bot).shortcut), "", "commands"},
		{"action ask", clicked("follow-up button", toDesk((*ask.Desk).AskNext)), "", ""},
		{"action share", clicked("share", toDesk((*ask.Desk).Share)), "", ""},
		{"action vote", clicked("vote", toDesk((*ask.Desk).Vote)), "", ""},
		{"submit reason", clicked("reason", toDesk((*ask.Desk).Reason)), "", ""},
		{"action why", clicked("why", toDesk((*ask.Desk).Why)), "", ""},
		{"action person", clicked("ask a person", toPeople((*people).confirmPerson)), "", ""},
		{"submit person", clicked("ask a person", toPeople((*people).askPerson)), "", ""},
		{"action fit", clicked("fit check", toFit((*play.Fit).Open)), "", ""},
		{"submit fit", fitSubmitted, "", ""},
		{"action interview", clicked("interview", toInterviews((*play.Interviews).Start)), "", ""},
		{"action practice", clickedInThread("interview", toInterviews((*play.Interviews).Turn)), "", ""},
		{"submit forget", clicked("forget me", (*Bot).forget), "", ""},
		{"action edit", clicked("edit an answer", byEditor(toEditor(home.Editor.OpenEdit))), "", ""},
		{"submit edit", onBoard("edit an answer", toEditor(home.Editor.SaveEdit)), "", ""},
		{"action withdraw", onBoard("withdraw an answer", toEditor(home.Editor.Withdraw)), "", ""},
		{"action editors", clicked("editors", openEditors), "", ""},
		{"submit " + channels.EditorsCallback, clicked("editors", saveEditors), "", ""},
		{"action digest", clickedByPerson("weekly summary", switchDigest), "", ""},
		{"action keep", clicked("keep a reply", byEditor(toPeople((*people).keepReply))), "", ""},
		{"submit " + channels.Callback, hereSubmitted, "", ""},
		{"action open", clicked("open a link", func(*Bot, context.Context, wire.Click) error { return nil }), "", ""},
		{"app_home_opened", tabOpened, "app_home_opened", ""},
		{"action plan", clickedByPerson("plan", toHome((*home.Home).MakePlan)), "", ""},
		{"submit replace", clickedByPerson("plan", toHome((*home.Home).ReplacePlan)), "", ""},
		{"action step", clickedByPerson("plan step", toHome((*home.Home).CheckStep)), "", ""},
		{"action note", clickedByPerson("plan note", toHome((*home.Home).EditNote)), "", ""},
		{"submit note", clickedByPerson("plan note", toHome((*home.Home).SaveNote)), "", ""},
		{"action planpage", clickedByPerson("plan page", toHome((*home.Home).TurnPlanPage)), "", ""},
		{"action dropplan", clickedByPerson("drop plan", toHome((*home.Home).DropPlan)), "", ""},
		{"action nudge", clickedByPerson("reminders", toHome((*home.Home).TurnNudges)), "", ""},
		{"action board", clickedByPerson("gap board", byEditor(toHome((*home.Home).TurnBoardPage))), "", ""},
		{"action answer", clickedByPerson("gap board", byEditor(toHome((*home.Home).OpenAnswer))), "", ""},
		{"action dismiss", onBoard("dismiss a gap", toHome((*home.Home).Dismiss)), "", ""},
		{"submit answer", onBoard("answer a gap", toHome((*home.Home).FillGap)), "", ""},
	}
}

// fallback takes clicks that no route knows, so that every click gets a reply.
var fallback = clicked("outdated", func(b *Bot, ctx context.Context, c wire.Click) error { return b.poster.Outdated(ctx, c) })

// route finds the work that a delivery asks for.
func (b *Bot) route(d wire.Delivery) (j inbox.Job, ok bool) {
	j, ok = b.taken(d)
	if ok && len(j.Names) > 0 {
		j.ID = memory.TurnID(j.Names[0])
	}
	j.Kind, j.Redelivered = d.Kind, d.Envelope.Type == "events_api"
	return j, ok
}

func (b *Bot) taken(d wire.Delivery) (inbox.Job, bool) {
	all := routes()
	if i := slices.IndexFunc(all, func(r route) bool { return r.kind == d.Kind }); i >= 0 {
		return all[i].take(b, d)
	}
	if strings.HasPrefix(d.Kind, "action ") || strings.HasPrefix(d.Kind, "submit ") || strings.HasPrefix(d.Kind, "shortcut ") {
		return fallback(b, d)
	}
	return inbox.Job{}, false
}

// words reads what a person wrote, and false for everything that is no new
// message of a person: bots' and the advisor's own, edits, deletions, joins.
func (b *Bot) words(d wire.Delivery) (wire.Said, bool) {
	var s wire.Said
	if err := json.Unmarshal(d.Payload, &s); err != nil {
		b.log.Warn("a message could not be read", "kind", d.Kind, "error", err)
		return s, false
	}
	switch s.Subtype {
	case "", "file_share", "thread_broadcast":
	default:
		return s, false
	}
	return s, b.byPerson(s) && s.Channel != "" && s.TS != ""
}

// byPerson distinguishes a person's message from a bot's, Slack's and the advisor's own.
func (b *Bot) byPerson(s wire.Said) bool {
	return s.User != "" && s.User != "USLACKBOT" && s.User != b.self().UserID && !s.ByApp()
}
