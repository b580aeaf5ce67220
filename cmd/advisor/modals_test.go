package main

import (
	"context"
	"encoding/json"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/slack-go/slack"
	"github.com/slack-go/slack/socketmode"
)

// answer runs a bot that acks whatever it gets with what handle returns.
func (s *scene) answer(handle func(slack.InteractionCallback) any) {
	s.t.Helper()
	ctx, cancel := context.WithCancel(s.ctx)
	client := socketmode.New(slack.New(s.BotToken(), slack.OptionAPIURL(s.URL()), slack.OptionAppLevelToken(s.AppToken())))
	var work sync.WaitGroup
	work.Go(func() { _ = client.RunContext(ctx) })
	work.Go(func() {
		for {
			select {
			case <-ctx.Done():
				return
			case e := <-client.Events:
				if e.Request == nil || e.Request.EnvelopeID == "" {
					continue
				}
				var answer any
				if it, ok := e.Data.(slack.InteractionCallback); ok {
					answer = handle(it)
				}
				if answer != nil {
					_ = client.Ack(*e.Request, answer)
				} else {
					_ = client.Ack(*e.Request)
				}
			}
		}
	})
	s.t.Cleanup(func() { cancel(); work.Wait() })
	s.must(s.WaitConnected(s.ctx, 1))
}

func modals(t *testing.T, b context.Context) {
	s := newScene(t)
	_, modal, _ := everyBlock(t)
	pushed := slack.ModalViewRequest{
		Type: slack.VTModal, Title: slack.NewTextBlockObject("plain_text", "Deeper", false, false), Close: slack.NewTextBlockObject("plain_text", "Up", false, false),
		Blocks: slack.Blocks{BlockSet: []slack.Block{slack.NewHeaderBlock(slack.NewTextBlockObject("plain_text", "Down here", false, false))}},
	}
	s.answer(func(it slack.InteractionCallback) any {
		switch it.Type {
		case slack.InteractionTypeMessageAction:
			if _, err := s.api.OpenView(it.TriggerID, modal); err != nil {
				t.Error(err)
			}
		case slack.InteractionTypeBlockActions:
			if _, err := s.api.PushView(it.TriggerID, pushed); err != nil {
				t.Error(err)
			}
		case slack.InteractionTypeViewSubmission:
			if it.View.State.Values["name"]["a"].Value == "Bob" {
				return slack.NewErrorsViewSubmissionResponse(map[string]string{"name": "Bob is taken."})
			}
		}
		return nil
	})
	s.Say(s.general, s.ben, "about this")
	p := open(t, b, s.at(s.ann, s.general.ID), 1000, 800)
	p.reads("#main .list", "about this")
	js[bool](p, `(document.querySelector("#main article").focus(), true)`)
	p.click("[data-more]")
	p.reads(".menu", "Ask about it", "Show payload")
	p.press(kb.Enter)
	p.reads("dialog[open]", "Everything", "Fill in what you like.", "Name", "As on a badge", "Story (optional)", "Cancel", "Send")
	if n := js[int](p, `document.querySelectorAll("dialog[open] .unknown").length`); n != 0 {
		t.Errorf("%d inputs are not shown", n)
	}
	p.fits("the modal")
	// The focus stays inside.
	for range 40 {
		p.press(kb.Tab)
		if js[bool](p, `document.activeElement !== document.body && !document.querySelector("dialog[open]").contains(document.activeElement)`) {
			t.Fatal("the focus leaves the modal")
		}
	}
	p.click("dialog[open] [data-action=deeper]")
	p.reads("dialog[open]", "Deeper", "Down here", "Up")
	p.press(kb.Escape)
	p.reads("dialog[open]", "Everything")

	const name = `dialog[open] [data-block=name] input`
	p.click("dialog[open] .dialog-foot .primary") // a required input is empty: the browser keeps it
	p.write(name, "Bob")
	p.click("dialog[open] .dialog-foot .primary")
	p.reads("dialog[open]", "Bob is taken.")
	if got := js[string](p, `document.querySelector("`+name+`").value`); got != "Bob" {
		t.Errorf("what was typed is now %q", got)
	}
	p.write(name, " II")
	p.click(`dialog[open] [data-block=radio] input[value=green]`)
	p.click(`dialog[open] [data-block=colours] summary`)
	p.click(`dialog[open] [data-block=colours] input[value=blue]`)
	p.click("dialog[open] .dialog-foot .primary")
	p.wait(`!document.querySelector("dialog[open]")`)

	var sent slack.InteractionCallback
	s.must(json.Unmarshal(s.heard("view_submission").Payload, &sent))
	values := sent.View.State.Values
	if got := values["name"]["a"].Value; got != "Bob II" {
		t.Errorf("the name is %q", got)
	}
	if got := values["radio"]["a"].SelectedOption.Value + " " + values["colours"]["a"].SelectedOptions[0].Value; got != "green blue" {
		t.Errorf("the choices are %q", got)
	}
	// Closing tells the bot, which asked to be told.
	js[bool](p, `(document.querySelector("#main article").focus(), true)`)
	p.click("[data-more]")
	p.press(kb.Enter)
	p.reads("dialog[open]", "Everything")
	p.press(kb.Escape)
	p.wait(`!document.querySelector("dialog[open]")`)
	s.heard("view_closed")
}

func ephemerals(t *testing.T, b context.Context) {
	s := newScene(t)
	_, err := s.api.PostEphemeral(s.general.ID, s.ann.ID, slack.MsgOptionText("between us", false))
	s.must(err)
	plain := func(text string) *slack.TextBlockObject {
		return slack.NewTextBlockObject("plain_text", text, false, false)
	}
	home := slack.HomeTabViewRequest{Type: slack.VTHomeTab, Blocks: slack.Blocks{BlockSet: []slack.Block{
		slack.NewHeaderBlock(plain("Ann's home")),
		slack.NewInputBlock("", plain("Your question"), nil, slack.NewPlainTextInputBlockElement(nil, "question")),
		slack.NewActionBlock("", slack.NewButtonBlockElement("ask", "", plain("Ask"))),
	}}}
	_, err = s.api.PublishView(s.ann.ID, home, "")
	s.must(err)
	p := open(t, b, s.at(s.ann, s.general.ID), 1000, 700)
	p.reads("#main .list", "between us", "Only visible to you")
	p.room("directmessage")
	p.click("[data-tab=home]")
	p.reads("#main .home", "Ann's home")
	p.write("#main .home input", "Why?")
	p.click("[data-action=ask]")
	if got := s.heard("block_actions"); !strings.Contains(string(got.Payload), `"value":"Why?"`) {
		t.Errorf("what was typed is not in %s", got.Payload)
	}
	p.become("Ben")
	p.reads("#main .home", "has not published a Home tab yet")
	p.room("general")
	p.wait(`!document.querySelector("#main article")`)
	tabs := 0
	for _, e := range s.Envelopes() {
		if e.Event == "app_home_opened" {
			tabs++
		}
	}
	if tabs != 3 {
		t.Errorf("the app heard of %d opened tabs, want 3", tabs)
	}
	if got := s.heard("app_home_opened"); !strings.Contains(string(got.Payload), s.ben.ID) {
		t.Errorf("the last tab was opened by %s", got.Payload)
	}
}

func ownMessages(t *testing.T, b context.Context) {
	s := newScene(t)
	s.Say(s.general, s.ben, "from Ben")
	p := open(t, b, s.at(s.ann, s.general.ID), 1000, 700)
	p.write("#main textarea", "frist"+kb.Enter)
	p.reads("#main .list", "frist")
	p.press(kb.ArrowUp)
	p.wait(`document.activeElement.matches(".edit textarea")`)
	p.press(strings.Repeat(kb.Backspace, 5), "first", kb.Enter)
	p.reads("#main .list", "first", "(edited)")
	s.heard("message.message_changed")
	more := func(text string) {
		t.Helper()
		js[bool](p, `([...document.querySelectorAll("#main article")].find(a => a.innerText.includes("`+text+`")).focus(), true)`)
		p.click("article:focus [data-more]")
	}
	more("from Ben")
	if got := p.text(".menu"); strings.Contains(got, "Delete") || strings.Contains(got, "Edit") {
		t.Errorf("Ann may do with Ben's message: %s", got)
	}
	p.press(kb.Escape)
	more("first")
	p.reads(".menu", "Edit message", "Delete message")
	p.click(".menu .danger")
	p.reads("dialog[open]", "Delete message")
	p.click("dialog[open] .danger")
	p.wait(`document.querySelectorAll("#main article").length === 1`)
	s.heard("message.message_deleted")
}

func refusedMessage(t *testing.T, b context.Context) {
	s := newScene(t)
	long := slack.NewSectionBlock(slack.NewTextBlockObject("mrkdwn", strings.Repeat("x", 3001), false, false), nil, nil)
	if _, _, err := s.api.PostMessage(s.general.ID, slack.MsgOptionBlocks(long)); err == nil {
		t.Fatal("the emulator takes 3,001 characters")
	}
	p := open(t, b, s.at(s.ann, s.general.ID), 1200, 800)
	p.reads("#main .refused", "Slack refused chat.postMessage", "invalid_blocks", "must be less than 3001 characters")
	p.click("#main .refused .quiet")
	p.reads("#panel", "Refused call", "chat.postMessage", "invalid_blocks")
	ok := s.Say(s.general, s.ann, "good")
	p.reads("#main .list", "good")
	_, _, err := s.api.PostMessage(s.general.ID, slack.MsgOptionText("better", false), slack.MsgOptionTS(ok.TS))
	s.must(err)
	p.click("#panel .quiet")
	p.reads("#panel .traffic", "message", "chat.postMessage", "200 in")
}

func faultsShow(t *testing.T, b context.Context) {
	s := newScene(t)
	p := open(t, b, s.at(s.ann, s.dm.ID), 1200, 800)
	p.reads("#side", "The app is not connected")
	s.answer(func(slack.InteractionCallback) any { return nil })
	p.reads("#side", "App connected, 1 socket")
	p.click("[data-tool=faults]")
	p.click(`[data-fault="429"]`)
	p.reads("#panel .pending", "429 all methods, 3 more, 5 s")
	p.reads("#side", "1 fault")
	if _, err := s.api.AuthTest(); err == nil {
		t.Error("no call is limited")
	}
	p.reads("#panel .pending", "2 more")
	p.click(`[data-fault="heal"]`)
	p.reads("#panel .pending", "Nothing.")
	opened := len(s.CallsOf("apps.connections.open"))
	p.click(`[data-fault="refresh_requested"]`)
	s.must(s.WaitFor(s.ctx, func() bool { return len(s.CallsOf("apps.connections.open")) > opened }))
	p.reads("#side", "App connected, 1 socket")
	p.reads("#panel", "noticed within a minute")
	p.click(`[data-fault="hang"]`)
	p.reads("#side", "hang; it notices within a minute")
}
