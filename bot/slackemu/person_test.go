package slackemu_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slack-go/slack"

	"careeradvisor/bot/slackemu"
)

var everyEvent = []string{
	"app_mention", "message.channels", "message.groups", "message.im", "app_home_opened",
	"member_joined_channel", "reaction_added", "reaction_removed",
}

func TestWhatIsDelivered(t *testing.T) {
	type world struct {
		*slackemu.Server
		ada                 slackemu.User
		general, leads, dm  slackemu.Channel
		mention, bystanders string
	}
	for name, c := range map[string]struct {
		subscriptions, scopes []string
		act                   func(w world)
		want                  string
	}{
		"mention":                 {act: func(w world) { w.Say(w.general, w.ada, w.mention+" hi") }, want: "app_mention"},
		"mention in private":      {act: func(w world) { w.Say(w.leads, w.ada, "hi "+w.mention) }, want: "app_mention"},
		"mention and its twin":    {subscriptions: everyEvent, act: func(w world) { w.Say(w.general, w.ada, w.mention) }, want: "message app_mention"},
		"no mention":              {act: func(w world) { w.Say(w.general, w.ada, "hi") }},
		"somebody else":           {act: func(w world) { w.Say(w.general, w.ada, "hi "+w.bystanders) }},
		"bystander's message":     {subscriptions: everyEvent, act: func(w world) { w.Say(w.general, w.ada, "hi") }, want: "message"},
		"DM":                      {act: func(w world) { w.Say(w.dm, w.ada, "hi") }, want: "message"},
		"DM with mention":         {act: func(w world) { w.Say(w.dm, w.ada, w.mention) }, want: "message"},
		"without scope":           {scopes: []string{"chat:write"}, act: func(w world) { w.Say(w.dm, w.ada, "hi") }},
		"bot is not there":        {act: func(w world) { w.RemoveBot(w.general); w.Say(w.general, w.ada, w.mention) }},
		"edit":                    {act: func(w world) { w.Edit(w.Say(w.dm, w.ada, "hi"), "ho") }, want: "message message.message_changed"},
		"edit adds the mention":   {act: func(w world) { w.Edit(w.Say(w.general, w.ada, "hi"), w.mention) }, want: "app_mention"},
		"edit keeps the mention":  {act: func(w world) { w.Edit(w.Say(w.general, w.ada, w.mention), w.mention+"!") }, want: "app_mention"},
		"delete":                  {act: func(w world) { w.Delete(w.Say(w.dm, w.ada, "hi")) }, want: "message message.message_deleted"},
		"join":                    {subscriptions: everyEvent, act: func(w world) { w.Join(w.general, w.ada) }, want: "message.channel_join member_joined_channel"},
		"bot joins":               {subscriptions: everyEvent, act: func(w world) { w.RemoveBot(w.general); w.Join(w.general, w.BotUser()) }, want: "message.channel_join member_joined_channel"},
		"integration":             {subscriptions: everyEvent, act: func(w world) { w.PostAsBot(w.general, "ci", "built "+w.mention, "") }, want: "message.bot_message app_mention"},
		"another bot":             {act: func(w world) { w.Say(w.general, w.AddBot("ci"), w.mention) }, want: "app_mention"},
		"reaction":                {subscriptions: everyEvent, act: func(w world) { w.React(w.ada, w.Say(w.dm, w.ada, "hi"), "eyes") }, want: "message reaction_added"},
		"home":                    {act: func(w world) { w.OpenHome(w.ada); w.OpenMessagesTab(w.ada) }, want: "app_home_opened app_home_opened"},
		"deleted parent of reply": {act: func(w world) { m := w.Say(w.dm, w.ada, "a"); w.Reply(w.dm, w.ada, m.TS, "b"); w.Delete(m) }, want: "message message message.message_changed"},
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t, slackemu.Options{Subscriptions: c.subscriptions, Scopes: c.scopes})
			ada := s.AddUser("ada")
			c.act(world{
				Server: s, ada: ada, general: s.AddChannel("general", ada), leads: s.AddPrivateChannel("leads", ada),
				dm: s.OpenDM(ada), mention: s.BotUser().Mention(), bystanders: s.AddUser("bob").Mention(),
			})
			if got := names(s); got != c.want {
				t.Errorf("delivered %q, want %q", got, c.want)
			}
		})
	}
}

func TestEventsCarryWhatSlackSends(t *testing.T) {
	s := start(t, slackemu.Options{})
	ada := s.AddUser("ada")
	ch := s.AddChannel("general", ada)
	parent := s.Say(ch, ada, "hi")
	reply := s.Reply(ch, ada, parent.TS, "and you, "+s.BotUser().Mention())
	s.Edit(parent, s.BotUser().Mention()+" hi")
	all := s.Envelopes()
	first, edited := inner(t, all[0]), inner(t, all[1])
	if first["thread_ts"] != parent.TS || first["ts"] != reply.TS || first["channel"] != ch.ID || first["user"] != ada.ID || first["edited"] != nil {
		t.Errorf("mention is %v", first)
	}
	if edited["ts"] != parent.TS || edited["event_ts"] == parent.TS || edited["edited"] == nil {
		t.Errorf("edited mention is %v", edited)
	}
	if diff := cmp.Diff("and you, @"+s.BotUser().ID, reply.Plain()); diff != "" {
		t.Error(diff)
	}
}

func TestBotHearsItself(t *testing.T) {
	s := start(t, slackemu.Options{})
	ada := s.AddUser("ada")
	dm := s.OpenDM(ada)
	_, ts, err := client(s).PostMessage(dm.ID, slack.MsgOptionText("hello", false))
	ok(t, err)
	_, _, _, err = client(s).UpdateMessage(dm.ID, ts, slack.MsgOptionText("hello!", false))
	ok(t, err)
	if got := names(s); got != "message message.message_changed" {
		t.Fatalf("delivered %q", got)
	}
	if event := inner(t, s.Envelopes()[0]); event["bot_id"] != s.BotUser().BotID || event["user"] != s.BotUser().ID {
		t.Errorf("echo is %v", event)
	}
	_, err = client(s).PostEphemeral(dm.ID, ada.ID, slack.MsgOptionText("psst", false))
	ok(t, err)
	if len(s.Envelopes()) != 2 {
		t.Error("an ephemeral message was announced")
	}
}

func TestWaitsAreEventDriven(t *testing.T) {
	s := start(t, slackemu.Options{})
	ada := s.AddUser("ada")
	ch := s.AddChannel("general", ada)
	question := s.Say(ch, ada, "hi")
	api := client(s)
	go func() {
		_, _, _ = api.PostMessage(ch.ID, slack.MsgOptionText("elsewhere", false), slack.MsgOptionTS(question.TS))
		_, ts, _ := api.PostMessage(ch.ID, slack.MsgOptionText("thinking", false))
		_, _, _, _ = api.UpdateMessage(ch.ID, ts, slack.MsgOptionText("done", false))
	}()
	first, err := s.WaitReply(soon(t), question)
	if err != nil || first.Text != "elsewhere" {
		t.Errorf("reply is %q, %v", first.Text, err)
	}
	_, err = s.Wait(soon(t), func(m slackemu.Message) bool { return m.Text == "done" })
	ok(t, err)
	call, err := s.WaitCall(soon(t), func(c slackemu.Call) bool { return c.Method == "chat.update" })
	if err != nil || call.Args["text"] != "done" {
		t.Errorf("call is %+v, %v", call, err)
	}
}

func TestAssistantThreads(t *testing.T) {
	s := start(t, slackemu.Options{})
	ada := s.AddUser("ada")
	dm := s.OpenDM(ada)
	m := s.Say(dm, ada, "hi")
	api := client(s)
	ok(t, api.SetAssistantThreadsStatus(slack.AssistantThreadsSetStatusParameters{ChannelID: dm.ID, ThreadTS: m.TS, Status: "is reading"}))
	prompts := slack.AssistantThreadsSetSuggestedPromptsParameters{ChannelID: dm.ID}
	for range 4 {
		prompts.AddPrompt("a", "b")
	}
	ok(t, api.SetAssistantThreadsSuggestedPrompts(prompts))
	prompts.AddPrompt("one", "too many")
	wantErr(t, api.SetAssistantThreadsSuggestedPrompts(prompts), "invalid_arguments")
	if st := s.Status(dm, m.TS); st.Status != "is reading" || len(s.Status(dm, "").Prompts) != 4 {
		t.Errorf("status is %+v", st)
	}
	_, _, err := api.PostMessage(dm.ID, slack.MsgOptionText("answer", false), slack.MsgOptionTS(m.TS))
	ok(t, err)
	if st := s.Status(dm, m.TS); st.Status != "" || len(s.CallsOf("assistant.threads.setStatus")) != 1 {
		t.Errorf("status is %+v", st)
	}
}

func TestGroupDMs(t *testing.T) {
	s := start(t, slackemu.Options{Subscriptions: slackemu.AllEvents()})
	ann, ben := s.AddUser("Ann"), s.AddUser("Ben")
	group := s.AddGroupDM(ann, ben)
	s.Say(group, ann, s.BotUser().Mention()+" PM vs TPM?")
	if got := names(s); got != "message app_mention" {
		t.Errorf("the app hears %q", got)
	}
	if event := inner(t, s.Envelopes()[0]); event["channel_type"] != "mpim" {
		t.Errorf("the event is %v", event)
	}
	api := client(s)
	info, err := api.GetConversationInfo(&slack.GetConversationInfoInput{ChannelID: group.ID})
	ok(t, err)
	if !info.IsMpIM || info.IsIM || info.IsChannel || !info.IsPrivate || info.Name != "mpdm-ann--ben--career-advisor-1" {
		t.Errorf("the conversation is %+v", info)
	}
	s.RemoveBot(group)
	_, _, err = api.PostMessage(group.ID, slack.MsgOptionText("x", false))
	wantErr(t, err, "channel_not_found")
	narrow := start(t, slackemu.Options{Subscriptions: slackemu.AllEvents(), Scopes: []string{"chat:write", "app_mentions:read"}})
	cleo := narrow.AddUser("Cleo")
	narrow.Say(narrow.AddGroupDM(cleo), cleo, "hello")
	if got := names(narrow); got != "" {
		t.Errorf("without mpim:history the app hears %q", got)
	}
}
