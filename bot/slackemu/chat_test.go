package slackemu_test

import (
	"net/http"
	"strings"
	"testing"

	"careeradvisor/bot/slackemu"

	"github.com/google/go-cmp/cmp"
	"github.com/slack-go/slack"
)

func TestMessageIsPostedUpdatedAndDeleted(t *testing.T) {
	s := start(t, slackemu.Options{})
	api, ch := client(s), s.AddChannel("general")
	id, ts, err := api.PostMessage(ch.ID, slack.MsgOptionText("hello", false), slack.MsgOptionDisableLinkUnfurl())
	ok(t, err)
	m, _ := s.Message(ch, ts)
	if id != ch.ID || m.Text != "hello" || !m.FromBot() || m.Edited || s.Calls()[0].Args["unfurl_links"] != "false" {
		t.Errorf("message is %+v", m)
	}
	_, _, _, err = api.UpdateMessage(ch.ID, ts, slack.MsgOptionText("bye", false))
	ok(t, err)
	if m, _ = s.Message(ch, ts); m.Text != "bye" || !m.Edited {
		t.Errorf("message is %+v", m)
	}
	link, err := api.GetPermalink(&slack.PermalinkParameters{Channel: ch.ID, Ts: ts})
	if err != nil || !strings.Contains(link, ch.ID) {
		t.Errorf("permalink %q, %v", link, err)
	}
	_, _, err = api.DeleteMessage(ch.ID, ts)
	ok(t, err)
	if _, there := s.Message(ch, ts); there {
		t.Error("deleted message is still there")
	}
}

func TestUpdateRetainsBlocksThatItLeavesOut(t *testing.T) {
	s := start(t, slackemu.Options{})
	api, ch := client(s), s.AddChannel("general")
	_, ts, err := api.PostMessage(ch.ID, slack.MsgOptionText("t", false), slack.MsgOptionBlocks(slack.NewDividerBlock()))
	ok(t, err)
	_, _, _, err = api.UpdateMessage(ch.ID, ts, slack.MsgOptionText("u", false))
	ok(t, err)
	if m, _ := s.Message(ch, ts); m.Blocks == nil {
		t.Error("blocks are gone")
	}
	_, _, _, err = api.UpdateMessage(ch.ID, ts, slack.MsgOptionText("u", false), slack.MsgOptionBlocks([]slack.Block{}...))
	ok(t, err)
	post(t, s, "chat.update", `{"channel":"`+ch.ID+`","ts":"`+ts+`","blocks":[]}`)
	if m, _ := s.Message(ch, ts); m.Blocks != nil {
		t.Error("an empty array left blocks")
	}
}

func TestEphemeralIsSeenByOne(t *testing.T) {
	s := start(t, slackemu.Options{})
	ada, bob := s.AddUser("ada"), s.AddUser("bob")
	api, ch := client(s), s.AddChannel("general", ada, bob)
	ts, err := api.PostEphemeral(ch.ID, ada.ID, slack.MsgOptionText("psst", false))
	ok(t, err)
	if texts(s.Ephemerals(ch, ada)) != "psst" || s.Ephemerals(ch, bob) != nil || s.Messages(ch) != nil {
		t.Error("the wrong people see it")
	}
	_, _, _, err = api.UpdateMessage(ch.ID, ts, slack.MsgOptionText("x", false))
	wantErr(t, err, "message_not_found")
}

func TestThreads(t *testing.T) {
	s := start(t, slackemu.Options{})
	u := s.AddUser("ada")
	api, ch := client(s), s.AddChannel("general", u)
	parent := s.Say(ch, u, "question")
	s.Reply(ch, u, parent.TS, "more")
	_, reply, err := api.PostMessage(ch.ID, slack.MsgOptionText("answer", false), slack.MsgOptionTS(parent.TS),
		slack.MsgOptionMetadata(slack.SlackMetadata{EventType: "turn", EventPayload: map[string]any{"id": 7}}))
	ok(t, err)
	s.Say(ch, u, "elsewhere")

	messages, more, _, err := api.GetConversationReplies(&slack.GetConversationRepliesParameters{ChannelID: ch.ID, Timestamp: parent.TS, IncludeAllMetadata: true})
	ok(t, err)
	var got []string
	for _, m := range messages {
		got = append(got, m.Text)
	}
	if diff := cmp.Diff([]string{"question", "more", "answer"}, got); diff != "" || more {
		t.Error(diff)
	}
	if last := messages[2]; last.Metadata.EventType != "turn" || last.BotID == "" || last.ParentUserId != u.ID {
		t.Errorf("reply is %+v", last)
	}
	if len(s.Thread(ch, parent.TS)) != 3 {
		t.Error("Thread differs")
	}
	_, more, cursor, err := api.GetConversationReplies(&slack.GetConversationRepliesParameters{ChannelID: ch.ID, Timestamp: parent.TS, Limit: 2})
	if err != nil || !more || cursor == "" {
		t.Errorf("page: more %v, cursor %q, %v", more, cursor, err)
	}
	messages, more, _, err = api.GetConversationReplies(&slack.GetConversationRepliesParameters{ChannelID: ch.ID, Timestamp: parent.TS, Limit: 2, Cursor: cursor})
	if err != nil || more || len(messages) != 1 {
		t.Errorf("second page: %d messages, more %v, %v", len(messages), more, err)
	}
	history, err := api.GetConversationHistory(&slack.GetConversationHistoryParameters{ChannelID: ch.ID})
	ok(t, err)
	if len(history.Messages) != 2 || history.Messages[0].Text != "elsewhere" || history.Messages[1].ReplyCount != 2 {
		t.Errorf("history is %+v", history.Messages)
	}
	for ts, code := range map[string]string{"1.000001": "thread_not_found", reply: "cannot_reply_to_message"} {
		_, _, err = api.PostMessage(ch.ID, slack.MsgOptionText("x", false), slack.MsgOptionTS(ts))
		wantErr(t, err, code)
	}
}

func TestReactions(t *testing.T) {
	s := start(t, slackemu.Options{})
	u := s.AddUser("ada")
	dm := s.OpenDM(u)
	m := s.Say(dm, u, "hi")
	api, item := client(s), slack.NewRefToMessage(dm.ID, m.TS)
	ok(t, api.AddReaction("eyes", item))
	wantErr(t, api.AddReaction("eyes", item), "already_reacted")
	wantErr(t, api.AddReaction(":eyes:", item), "invalid_name")
	s.React(u, m, "eyes")
	m, _ = s.Message(dm, m.TS)
	if diff := cmp.Diff([]slackemu.Reaction{{Name: "eyes", Users: []string{s.BotUser().ID, u.ID}}}, m.Reactions); diff != "" {
		t.Error(diff)
	}
	ok(t, api.RemoveReaction("eyes", item))
	wantErr(t, api.RemoveReaction("eyes", item), "no_reaction")
}

func TestLookups(t *testing.T) {
	s := start(t, slackemu.Options{})
	u := s.AddUser("ada")
	api := client(s)
	info, err := api.GetUserInfo(u.ID)
	ok(t, err)
	if info.Name != "ada" || info.IsBot {
		t.Errorf("user is %+v", info)
	}
	ch := s.AddPrivateChannel("leads", u)
	channel, err := api.GetConversationInfo(&slack.GetConversationInfoInput{ChannelID: ch.ID})
	ok(t, err)
	if channel.Name != "leads" || !channel.IsPrivate || !channel.IsMember {
		t.Errorf("channel is %+v", channel)
	}
	auth, err := api.AuthTest()
	ok(t, err)
	if auth.BotID != s.BotUser().BotID || auth.UserID != s.BotUser().ID || !strings.Contains(auth.Header.Get("X-OAuth-Scopes"), "chat:write") {
		t.Errorf("auth.test is %+v", auth)
	}
}

func TestErrorsHaveSlacksNames(t *testing.T) {
	s := start(t, slackemu.Options{})
	u := s.AddUser("ada")
	ch, left, secret := s.AddChannel("general", u), s.AddChannel("left"), s.AddPrivateChannel("secret")
	theirs := s.Say(ch, u, "mine")
	s.RemoveBot(left)
	s.RemoveBot(secret)
	for _, c := range []struct{ method, body, code string }{
		{"chat.postMessage", `{"channel":"CNONE","text":"x"}`, "channel_not_found"},
		{"chat.postMessage", `{"channel":"` + left.ID + `","text":"x"}`, "not_in_channel"},
		{"chat.postMessage", `{"channel":"` + secret.ID + `","text":"x"}`, "channel_not_found"},
		{"chat.postMessage", `{"channel":"` + ch.ID + `"}`, "no_text"},
		{"chat.postMessage", `{"channel":"` + ch.ID + `","blocks":[]}`, "no_text"},
		{"chat.postMessage", `{"channel":"` + ch.ID + `","blocks":"[{"}`, "invalid_blocks_format"},
		{"chat.postMessage", `{"channel":"` + ch.ID + `","text":"` + strings.Repeat("ä", 40000) + `"}`, ""},
		{"chat.postMessage", `{"channel":"` + ch.ID + `","text":"` + strings.Repeat("ä", 40001) + `"}`, "msg_too_long"},
		{"chat.postMessage", `{"channel":"` + ch.ID + `","text":"x","metadata":"x"}`, "invalid_metadata_format"},
		{"chat.postMessage", `{"channel":"` + u.ID + `","text":"to the DM"}`, ""},
		{"chat.postEphemeral", `{"channel":"` + ch.ID + `","user":"UNONE","text":"x"}`, "user_not_in_channel"},
		{"chat.update", `{"channel":"` + ch.ID + `","ts":"1.1","text":"x"}`, "message_not_found"},
		{"chat.update", `{"channel":"` + ch.ID + `","ts":"` + theirs.TS + `","text":"x"}`, "cant_update_message"},
		{"chat.delete", `{"channel":"` + ch.ID + `","ts":"` + theirs.TS + `"}`, "cant_delete_message"},
		{"conversations.replies", `{"channel":"` + ch.ID + `","ts":"1.1"}`, "thread_not_found"},
		{"conversations.history", `{"channel":"` + left.ID + `"}`, "not_in_channel"},
		{"conversations.open", `{"users":"U1"}`, "unknown_method"},
		{"chat.postMessage", `{"channel":"` + ch.ID + `","text":"x","link_names":1}`, "invalid_arguments"},
		{"chat.postMessage", `{"channel":"` + ch.ID + `","text":"x","attachments":"[]"}`, "invalid_arguments"},
		{"users.info", `{"user":"UNONE"}`, "user_not_found"},
		{"views.open", `{"trigger_id":"1.2.3","view":{}}`, "invalid_trigger_id"},
		{"files.upload", `{}`, "unknown_method"},
		{"chat.postMessage", `[1]`, "json_not_object"},
		{"chat.postMessage", `{`, "invalid_json"},
	} {
		if got := post(t, s, c.method, c.body); got != c.code {
			t.Errorf("%s %.80s: %q, want %q", c.method, c.body, got, c.code)
		}
	}
}

func TestTokensAndScopes(t *testing.T) {
	s := start(t, slackemu.Options{Scopes: []string{"im:history"}})
	for _, c := range []struct{ bot, app, code string }{
		{"xoxb-wrong", s.AppToken(), "invalid_auth"},
		{s.AppToken(), s.AppToken(), "not_allowed_token_type"},
		{s.BotToken(), s.AppToken(), ""},
	} {
		_, err := slack.New(c.bot, slack.OptionAPIURL(s.URL())).AuthTest()
		if err == nil && c.code != "" || err != nil && err.Error() != c.code {
			t.Errorf("auth.test with %s: %v", c.bot, err)
		}
	}
	for token, code := range map[string]string{"xapp-wrong": "invalid_auth", s.BotToken(): "not_allowed_token_type"} {
		_, _, err := slack.New("x", slack.OptionAPIURL(s.URL()), slack.OptionAppLevelToken(token)).StartSocketModeContext(t.Context())
		wantErr(t, err, code)
	}
	resp, err := http.Post(s.URL()+"auth.test", "application/json", strings.NewReader(`{"token":"`+s.BotToken()+`"}`))
	ok(t, err)
	defer resp.Body.Close()
	if got := errorOf(t, resp); got != "not_authed" {
		t.Errorf("a token in JSON gives %q", got)
	}
	_, _, err = client(s).PostMessage("C1", slack.MsgOptionText("x", false))
	missing, _ := err.(slack.SlackErrorResponse)
	if missing.Err != "missing_scope" || missing.Needed != "chat:write" || missing.Provided != "im:history" {
		t.Errorf("error is %+v", err)
	}
}
