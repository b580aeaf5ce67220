package slackemu_test

import (
	"testing"

	"careeradvisor/bot/slackemu"

	"github.com/google/go-cmp/cmp"
	"github.com/slack-go/slack"
)

func TestPingsOfAPost(t *testing.T) {
	s := start(t, slackemu.Options{})
	ch := s.AddChannel("general")
	api := client(s)
	block := slack.NewSectionBlock(slack.NewTextBlockObject(slack.MarkdownType, "<!here>", false, true), nil, nil)
	_, ts, err := api.PostMessage(ch.ID, slack.MsgOptionText("<@U1> @channel", false), slack.MsgOptionBlocks(block))
	ok(t, err)
	m, _ := s.Message(ch, ts)
	if diff := cmp.Diff([]string{"@U1", "@here"}, m.Pings); diff != "" {
		t.Error(diff)
	}
	_, _, _, err = api.UpdateMessage(ch.ID, ts, slack.MsgOptionText("quiet", true), slack.MsgOptionBlocks(slack.NewDividerBlock()))
	ok(t, err)
	if m, _ = s.Message(ch, ts); len(m.Pings) != 0 || m.Text != "quiet" {
		t.Errorf("message is %+v", m)
	}
}

// Every block that the real client builds is accepted, can be parsed by it again, and can be read
// by a person.
func TestRealClientsBlocks(t *testing.T) {
	s := start(t, slackemu.Options{})
	ch := s.AddChannel("general")
	bold := &slack.RichTextSectionTextStyle{Bold: true}
	rt := func(text string) *slack.RichTextSection {
		return slack.NewRichTextSection(slack.NewRichTextSectionTextElement(text, bold))
	}
	blocks := []slack.Block{
		slack.NewHeaderBlock(plainText("PM & TPM")),
		slack.NewSectionBlock(slack.NewTextBlockObject(slack.MarkdownType, "*PM* &amp; <https://x/|guide>, <@U1>", false, true),
			[]*slack.TextBlockObject{plainText("left"), plainText("right")}, slack.NewAccessory(slack.NewOverflowBlockElement("more",
				slack.NewOptionBlockObject("a", plainText("A"), nil), slack.NewOptionBlockObject("b", plainText("B"), nil)))),
		slack.NewDividerBlock(),
		slack.NewRichTextBlock("", rt("Duties"),
			slack.NewRichTextList(slack.RTEListBullet, 0, rt("plan"), rt("ship")),
			slack.NewRichTextList(slack.RTEListOrdered, 1, rt("learn"), slack.NewRichTextSection(slack.NewRichTextSectionLinkElement("https://x/", "read", nil)))),
		slack.NewTableBlock("").AddRow(slack.NewTableRawTextCell("PM"), slack.NewTableRichTextCell(rt("TPM"))).
			AddRow(slack.NewTableRawTextCell("what"), slack.NewTableRawTextCell("how")).
			WithColumnSettings(slack.ColumnSetting{Align: slack.ColumnAlignmentLeft, IsWrapped: true}),
		slack.NewActionBlock("", slack.NewButtonBlockElement("pay", "q", plainText("Pay?")).WithStyle(slack.StylePrimary)),
		slack.NewContainerBlock(slack.NewSectionBlock(slack.NewTextBlockObject(slack.MarkdownType, "Guide, page 2", false, true), nil, nil)).
			WithTitle(plainText("Sources")).WithCollapsible(true, true),
		slack.NewRichTextBlock("", slack.NewRichTextSection(slack.NewRichTextSectionTextElement("It pays ", nil),
			slack.NewRichTextSectionCitationElement("https://x/", "guide", 1, slack.NewRichTextCitationWebDetails("Guide")))),
		slack.NewContextBlock("", slack.NewTextBlockObject(slack.MarkdownType, "2 sources", false, true)),
	}
	_, ts, err := client(s).PostMessage(ch.ID, slack.MsgOptionText("PM & TPM", true), slack.MsgOptionBlocks(blocks...))
	ok(t, err)
	m, _ := s.Message(ch, ts)
	want := "PM & TPM\n*PM* & guide, @U1\nleft\nright\n[A] [B]\nDuties\n• plan\n• ship\n  1. learn\n  2. read\n" +
		"PM\tTPM\nwhat\thow\n[Pay?]\nSources\nGuide, page 2\nIt pays [guide]\n2 sources"
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
