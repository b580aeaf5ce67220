package slackemu_test

import (
	"encoding/json"
	"testing"

	"careeradvisor/bot/slackemu"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/slack-go/slack"
)

func TestPings(t *testing.T) {
	mrkdwn := func(text string) string {
		return string(mustJSON([]any{obj{"type": "section", "text": obj{"type": "mrkdwn", "text": text}}}))
	}
	for name, c := range map[string]struct {
		text, blocks string
		want         []string
	}{
		"nothing":              {text: "PM vs TPM?"},
		"broadcasts":           {text: "<!channel> <!here|here> <!everyone>", want: []string{"@channel", "@everyone", "@here"}},
		"user":                 {text: "hi <@U012AB> and <@W9|bob>, <@U012AB>", want: []string{"@U012AB", "@W9"}},
		"user group":           {text: "<!subteam^S012|@leads>", want: []string{"@S012"}},
		"escaped":              {text: "&lt;!channel&gt; &lt;@U012&gt;"},
		"words":                {text: "@here @channel"},
		"no mentions":          {text: "<https://x|@here> <#C012> <!date^1^{date}|@here> a < b > c <!nobody>"},
		"mrkdwn":               {blocks: mrkdwn("<!here>"), want: []string{"@here"}},
		"mrkdwn escaped":       {blocks: mrkdwn(slackemu.Typed("<!here>"))},
		"markdown is assumed":  {blocks: `[{"type":"markdown","text":"<!here>"}]`, want: []string{"@here"}},
		"plain_text":           {blocks: `[{"type":"header","text":{"type":"plain_text","text":"<!here>"}}]`},
		"rich_text text":       {blocks: string(mustJSON([]any{rich(obj{"type": "text", "text": "<!here> <@U1>"})}))},
		"rich_text mentions":   {blocks: string(mustJSON([]any{rich(obj{"type": "user", "user_id": "U1"}, obj{"type": "broadcast", "range": "here"}, obj{"type": "usergroup", "usergroup_id": "S1"})})), want: []string{"@S1", "@U1", "@here"}},
		"raw_text":             {blocks: `[{"type":"table","rows":[[{"type":"raw_text","text":"<!here>"}]]}]`},
		"mention in a cell":    {blocks: string(mustJSON([]any{obj{"type": "table", "rows": []any{[]any{rich(obj{"type": "user", "user_id": "U1"})}}}})), want: []string{"@U1"}},
		"mrkdwn in an element": {blocks: `[{"type":"context","elements":[{"type":"mrkdwn","text":"<@U1>"}]}]`, want: []string{"@U1"}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, slackemu.PingsOf(c.text, c.blocks), cmpopts.EquateEmpty()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func mustJSON(v any) []byte {
	raw, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return raw
}

func TestPingsOfAPost(t *testing.T) {
	s := start(t, slackemu.Options{})
	ch := s.AddChannel("general")
	api := client(s)
	attachment := slack.Attachment{Text: "<@U2>", Blocks: slack.Blocks{BlockSet: []slack.Block{
		slack.NewSectionBlock(slack.NewTextBlockObject(slack.MarkdownType, "<!here>", false, true), nil, nil),
	}}}
	_, ts, err := api.PostMessage(ch.ID, slack.MsgOptionText("<@U1> @channel", false), slack.MsgOptionLinkNames(true), slack.MsgOptionAttachments(attachment))
	ok(t, err)
	m, _ := s.Message(ch, ts)
	if diff := cmp.Diff([]string{"@U1", "@U2", "@channel", "@here"}, m.Pings); diff != "" {
		t.Error(diff)
	}
	_, _, _, err = api.UpdateMessage(ch.ID, ts, slack.MsgOptionText("quiet", true), slack.MsgOptionAttachments(slack.Attachment{Text: "too"}))
	ok(t, err)
	if m, _ = s.Message(ch, ts); len(m.Pings) != 0 || m.Plain() != "quiet\ntoo" {
		t.Errorf("message is %+v", m)
	}
}

// Every block as the real client builds it is accepted, parsed back by it, and
// read by a person.
func TestRealClientsBlocks(t *testing.T) {
	s := start(t, slackemu.Options{})
	ch := s.AddChannel("general")
	bold := &slack.RichTextSectionTextStyle{Bold: true}
	rt := func(text string) *slack.RichTextSection {
		return slack.NewRichTextSection(slack.NewRichTextSectionTextElement(text, bold))
	}
	blocks := []slack.Block{
		slack.NewHeaderBlock(plainText("PM & TPM")),
		slack.NewSectionBlock(slack.NewTextBlockObject(slack.MarkdownType, "*PM* &amp; <https://x/|guide>, <@U1>, <!date^1^{date}|today>", false, true),
			[]*slack.TextBlockObject{plainText("left"), plainText("right")}, slack.NewAccessory(slack.NewOverflowBlockElement("more",
				slack.NewOptionBlockObject("a", plainText("A"), nil), slack.NewOptionBlockObject("b", plainText("B"), nil)))),
		slack.NewDividerBlock(),
		slack.NewRichTextBlock("", rt("Duties"),
			slack.NewRichTextList(slack.RTEListBullet, 0, rt("plan"), rt("ship")),
			slack.NewRichTextList(slack.RTEListOrdered, 1, rt("learn"), slack.NewRichTextSection(slack.NewRichTextSectionLinkElement("https://x/", "read", nil)))),
		slack.NewTableBlock("").AddRow(slack.NewTableRawTextCell("PM"), slack.NewTableRichTextCell(rt("TPM"))).
			AddRow(slack.NewTableRawTextCell("what"), slack.NewTableRawTextCell("how")).
			WithColumnSettings(slack.ColumnSetting{Align: slack.ColumnAlignmentLeft, IsWrapped: true}),
		slack.NewImageBlock("https://x/y.png", "a chart", "", nil),
		slack.NewMarkdownBlock("", "**bold**"),
		slack.NewActionBlock("", slack.NewButtonBlockElement("pay", "q", plainText("Pay?")).WithStyle(slack.StylePrimary)),
		slack.NewContextBlock("", slack.NewTextBlockObject(slack.MarkdownType, "2 sources", false, true)),
	}
	_, ts, err := client(s).PostMessage(ch.ID, slack.MsgOptionText("PM & TPM", true), slack.MsgOptionBlocks(blocks...))
	ok(t, err)
	m, _ := s.Message(ch, ts)
	want := "PM & TPM\n*PM* & guide, @U1, today\nleft\nright\n[A] [B]\nDuties\n• plan\n• ship\n  1. learn\n  2. read\n" +
		"PM\tTPM\nwhat\thow\n[image: a chart]\n**bold**\n[Pay?]\n2 sources"
	if diff := cmp.Diff(want, m.Plain()); diff != "" {
		t.Error(diff)
	}
	history, err := client(s).GetConversationHistory(&slack.GetConversationHistoryParameters{ChannelID: ch.ID})
	ok(t, err)
	for i, b := range history.Messages[0].Blocks.BlockSet {
		if b.BlockType() != blocks[i].BlockType() || b.ID() == "" {
			t.Errorf("block %d is %s %q", i, b.BlockType(), b.ID())
		}
	}
}

func TestInvalidBlocksTellWhere(t *testing.T) {
	s := start(t, slackemu.Options{})
	ch := s.AddChannel("general")
	_, _, err := client(s).PostMessage(ch.ID, slack.MsgOptionBlocks(slack.NewHeaderBlock(plainText(""))))
	invalid, _ := err.(slack.SlackErrorResponse)
	want := []string{"[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]"}
	if diff := cmp.Diff(want, invalid.ResponseMetadata.Messages); invalid.Err != "invalid_blocks" || diff != "" {
		t.Errorf("error is %v: %s", err, diff)
	}
	if s.Messages(ch) != nil {
		t.Error("the message was posted all the same")
	}
}

func FuzzBlocks(f *testing.F) {
	for _, c := range limits {
		for _, v := range []any{c.inside, c.outside} {
			if raw := mustJSON(v); len(raw) < 2000 {
				f.Add("["+string(raw)+"]", "<!here> <@U1|x> <https://x|y>")
			}
		}
	}
	f.Add(`[{"type":"table","rows":[1,[null],[{"type":"rich_text","elements":{}}]]},null,7,[]]`, "<<>>")
	f.Fuzz(func(t *testing.T, blocks, text string) {
		code, messages := slackemu.CheckBlocks(blocks)
		if (code == "invalid_blocks") != (len(messages) > 0) {
			t.Errorf("%s with %q", code, messages)
		}
		slackemu.CheckView(`{"type":"modal","title":{"type":"plain_text","text":"x"},"blocks":`+blocks+`}`, "modal")
		slackemu.PingsOf(text, blocks)
		m := slackemu.Message{Text: text, Blocks: json.RawMessage(blocks), Attachments: json.RawMessage(blocks)}
		_ = m.Plain()
	})
}
