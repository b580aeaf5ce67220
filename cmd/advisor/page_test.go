package main

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/slack-go/slack"

	"careeradvisor/bot/slackemu"
	"careeradvisor/bot/slackemu/page"
)

// scene is a workspace with the page on top and no bot other than what a test writes.
type scene struct {
	*slackemu.Server
	t        *testing.T
	ctx      context.Context
	api      *slack.Client
	ann, ben slackemu.User
	general  slackemu.Channel
	dm       slackemu.Channel
}

func newScene(t *testing.T) *scene {
	t.Helper()
	emu, err := slackemu.Start(slackemu.Options{Subscriptions: slackemu.AllEvents()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = emu.Close() })
	ctx := within(t, ample)
	s := &scene{Server: emu, t: t, ctx: ctx, ann: emu.AddUser("Ann"), ben: emu.AddUser("Ben")}
	s.general, s.dm = emu.AddChannel("general", s.ann, s.ben), emu.OpenDM(s.ann)
	s.OpenDM(s.ben)
	s.api = slack.New(emu.BotToken(), slack.OptionAPIURL(emu.URL()))
	page.Serve(emu, page.Options{
		Title: "Test", People: []page.Person{{ID: s.ann.ID}, {ID: s.ben.ID, Note: "admin"}},
		Commands:  []page.Command{{Name: "/career", Usage: "[question]"}},
		Shortcuts: []page.Shortcut{{CallbackID: "ask_about", Name: "Ask about it", OnMessage: true}},
	})
	return s
}

// at is the address of a place as a person sees it.
func (s *scene) at(u slackemu.User, place string) string {
	return s.PageURL() + "#/" + u.ID + "/" + place
}

func (s *scene) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

// heard waits until an event of that name has been sent, and returns the last one.
func (s *scene) heard(event string) slackemu.Envelope {
	s.t.Helper()
	var found slackemu.Envelope
	s.must(s.WaitFor(s.ctx, func() bool {
		for _, e := range s.Envelopes() {
			if e.Event == event {
				found = e
			}
		}
		return found.ID != ""
	}))
	return found
}

// TestPage tests the page of the local Slack in a real browser; the bot is in
// TestPlaygroundInTheBrowser.
func TestPage(t *testing.T) {
	b := browser(t)
	for name, test := range map[string]func(*testing.T, context.Context){
		"two pages are in step":        twoPagesAreInStep,
		"markup is shown as text":      markupIsText,
		"every block is shown":         everyBlockIsShown,
		"many messages":                manyMessages,
		"a narrow screen":              narrowScreen,
		"with the keyboard alone":      keyboardAlone,
		"modals":                       modals,
		"what only one sees":           ephemerals,
		"closed conversations":         closedConversations,
		"search":                       search,
		"a reload":                     reload,
		"own messages":                 ownMessages,
		"a refused message":            refusedMessage,
		"the connection and its fault": faultsShow,
	} {
		t.Run(name, func(t *testing.T) { test(t, b) })
	}
}

func twoPagesAreInStep(t *testing.T, b context.Context) {
	s := newScene(t)
	one, two := open(t, b, s.at(s.ann, s.general.ID), 1000, 700), open(t, b, s.at(s.ben, s.general.ID), 1000, 700)
	one.write("#main textarea", "Good morning"+kb.Enter)
	two.reads("#main .list", "Ann", "Good morning")
	m := s.Messages(s.general)[0]
	s.React(s.ben, m, "tada")
	s.Edit(m, "Good evening")
	for _, p := range []*tab{one, two} {
		p.reads("#main .list", "Good evening (edited)", "🎉") // in one line
	}
	s.Delete(m)
	for _, p := range []*tab{one, two} {
		p.wait(`!document.querySelector("#main article")`)
	}
	s.must(s.WaitFor(s.ctx, func() bool { return len(s.Messages(s.general)) == 0 }))
	// A page that was cut off carries on where it was, and shows nothing twice.
	js[bool](one, `(async () => { for (let i = 0; i < 3; i++) { await fetch("/page/acts/say", {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify({user: "`+s.ann.ID+`", channel: "`+s.general.ID+`", text: "n" + i})}) } return true })()`)
	for _, p := range []*tab{one, two} {
		p.wait(`document.querySelectorAll("#main article").length === 3`)
	}
}

func markupIsText(t *testing.T, b context.Context) {
	s := newScene(t)
	evil := `<script>document.title="owned"</script><img src=x onerror="document.title='owned'">`
	link := slack.NewRichTextSection(slack.NewRichTextSectionLinkElement("javascript:document.title='owned'", "click me", nil))
	for _, opts := range [][]slack.MsgOption{
		{slack.MsgOptionText(evil, false)},
		{slack.MsgOptionText(evil, true)},
		{slack.MsgOptionBlocks(slack.NewSectionBlock(slack.NewTextBlockObject("mrkdwn", evil+" <javascript:alert(1)|press>", false, false), nil, nil))},
		{slack.MsgOptionBlocks(slack.NewHeaderBlock(slack.NewTextBlockObject("plain_text", evil, false, false)))},
		{slack.MsgOptionBlocks(slack.NewContainerBlock(slack.NewHeaderBlock(slack.NewTextBlockObject("plain_text", "<b>bold</b>", false, false))).WithTitle(slack.NewTextBlockObject("plain_text", evil, false, false)))},
		{slack.MsgOptionBlocks(slack.NewRichTextBlock("", link))},
	} {
		_, _, err := s.api.PostMessage(s.general.ID, opts...)
		s.must(err)
	}
	p := open(t, b, s.at(s.ann, s.general.ID), 1000, 700)
	p.write("#main textarea", "<script>alert(1)</script> & <b>me</b>"+kb.Enter)
	p.reads("#main .list", "<script>alert(1)</script> & <b>me</b>", `<script>document.title="owned"</script><img src=x`, "click me", "press", "<b>bold</b>")
	if n := js[int](p, `document.querySelectorAll("#main .list script, #main .list img, #main .list b, #main a[href^=javascript]").length`); n != 0 {
		t.Errorf("%d elements came from text", n)
	}
	if title := js[string](p, "document.title"); title != "Test" {
		t.Errorf("a script ran: the title is %q", title)
	}
	stays := js[string](p, `(() => { try { document.body.innerHTML = "<b>x</b>"; return "set" } catch (e) { return e.name } })()`)
	if stays != "TypeError" {
		t.Errorf("text can be turned into markup: %s", stays)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	kept := p.wrongs[:0]
	for _, w := range p.wrongs { // that the browser forbade it, just now
		if !strings.Contains(w, "TrustedHTML") {
			kept = append(kept, w)
		}
	}
	p.wrongs = kept
}

func manyMessages(t *testing.T, b context.Context) {
	s := newScene(t)
	for i := range 2000 {
		s.Say(s.general, []slackemu.User{s.ann, s.ben}[i/3%2], fmt.Sprintf("message %d of many", i))
	}
	p := open(t, b, s.at(s.ann, s.general.ID), 1000, 700)
	count := func() int { return js[int](p, `document.querySelectorAll("#main article").length`) }
	bounded := func(when string) {
		t.Helper()
		if n := count(); n == 0 || n > 130 {
			t.Errorf("%s: %d messages are in the document", when, n)
		}
	}
	p.reads("#main .list", "message 1999 of many")
	bounded("at first")
	js[bool](p, `(window.kept = document.querySelector("#main article:last-of-type"), true)`)
	m := s.Say(s.general, s.ben, "one more")
	p.reads("#main .list", "one more")
	if !js[bool](p, "window.kept.isConnected") {
		t.Error("a new message draws the others anew")
	}
	s.React(s.ben, m, "eyes")
	p.reads("#main .list", "👀")
	p.wait(`(() => { const s = document.querySelector("#main .scroller"); return s.scrollHeight - s.scrollTop - s.clientHeight < 2 })()`)
	// All the way up.
	for range 60 {
		if js[bool](p, `document.querySelector("#main .list").innerText.includes("message 0 of many")`) {
			break
		}
		p.wait(`(() => { const s = document.querySelector("#main .scroller"); window.first = document.querySelector("#main article").dataset.ts; s.scrollTop = 0; return true })()`)
		p.wait(`document.querySelector("#main article").dataset.ts < window.first || document.querySelector("#main .list").innerText.includes("message 0 of many")`)
		bounded("on the way up")
	}
	p.reads("#main .list", "message 0 of many")
	s.Say(s.general, s.ben, "while you were away")
	p.click(".more-below")
	p.reads("#main .list", "while you were away")
	bounded("back at the end")
}

func narrowScreen(t *testing.T, b context.Context) {
	s := newScene(t)
	long := strings.Repeat("Donaudampfschifffahrtsgesellschaft", 6) + " " + "https://example.org/" + strings.Repeat("path/", 40)
	m := s.Say(s.general, s.ben, long)
	s.Reply(s.general, s.ben, m.TS, long)
	s.postKitchenSink(s.general.ID)
	wide := slack.NewTableBlock("").AddRow(slack.NewTableRawTextCell("Product manager"), slack.NewTableRawTextCell("Technical product manager"), slack.NewTableRawTextCell("Programme manager"))
	_, _, err := s.api.PostMessage(s.general.ID, slack.MsgOptionText("a wide table", false), slack.MsgOptionBlocks(wide))
	s.must(err)
	p := open(t, b, s.at(s.ann, s.general.ID), 380, 720)
	p.reads("#main .list", "Donau", "more to the right")
	p.fits("the channel")
	js[bool](p, `(() => { const all = document.querySelectorAll(".table-box"); all[all.length - 1].scrollLeft = 9999; return true })()`)
	p.wait(`![...document.querySelectorAll(".table-wrap")].at(-1).matches(".has-more")`)
	p.click(".burger")
	p.click("[data-tool=search]")
	p.press("donau")
	p.reads("#panel .search", "2 found")
	p.fits("the search")
	p.click("#panel .bar .icon-button")
	p.click(".burger")
	p.wait(`document.body.classList.contains("drawer-open")`)
	p.reads("#side", "general", "Career Advisor")
	p.click(`[data-tool=faults]`)
	p.reads("#panel", "Rate limit")
	p.fits("the faults")
	p.click("#panel .bar .icon-button")
	p.wait(`document.querySelector("#panel").hidden`)
	s.must(s.api.SetAssistantThreadsSuggestedPrompts(slack.AssistantThreadsSetSuggestedPromptsParameters{
		ChannelID: s.dm.ID, Prompts: []slack.AssistantThreadsPrompt{{Title: "PM vs TPM?", Message: "PM vs TPM?"}},
	}))
	p.click(".burger")
	p.click(`[data-tool=inspector]`)
	p.reads("#panel", "assistant.threads.setSugg")
	p.fits("the inspector")
	if tall := js[float64](p, `Math.max(...[...document.querySelectorAll("#panel .entry summary")].map(e => e.getBoundingClientRect().height))`); tall > 60 {
		t.Errorf("a line of the inspector is %v px high", tall)
	}
	p.click("#panel .bar .icon-button")
	p.click(".thread-link")
	p.reads("#panel", "1 reply")
	p.fits("the thread")
	p.click("#panel .bar .icon-button")
	p.click(".burger")
	p.room("directmessage")
	p.wait(`!document.body.classList.contains("drawer-open")`)
	p.fits("the direct message")
}

func keyboardAlone(t *testing.T, b context.Context) {
	s := newScene(t)
	s.Say(s.general, s.ben, "hello")
	p := open(t, b, s.at(s.ann, s.general.ID), 1000, 700)
	p.wait(`document.activeElement.matches("#main textarea")`)
	p.press("@car")
	p.wait(`document.querySelector(".complete:not([hidden]) .option[aria-selected=true]")`)
	p.press(kb.Escape)
	p.wait(`!document.querySelector(".complete:not([hidden])")`)
	p.press("e", kb.ArrowDown, kb.ArrowUp, kb.Enter)
	p.press("why?", kb.Enter)
	p.reads("#main .list", "@Career Advisor why?")
	if got := s.heard("app_mention"); !strings.Contains(string(got.Payload), s.BotUser().Mention()) && !strings.Contains(string(got.Payload), s.BotUser().ID) {
		t.Errorf("the mention is %s", got.Payload)
	}
	p.press("/ca", kb.Tab, "fit", kb.Enter)
	if got := s.heard("/career"); !strings.Contains(string(got.Payload), `"text":"fit"`) {
		t.Errorf("the command is %s", got.Payload)
	}
	// Back from the composer to the messages, their tools, and a thread.
	for range 12 {
		if js[bool](p, `document.activeElement.matches("article")`) {
			break
		}
		p.do(chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(kb.ModifierShift)))
	}
	p.wait(`document.activeElement.matches("article")`)
	p.press(kb.ArrowUp)
	p.wait(`document.activeElement.innerText.includes("hello")`)
	p.press(kb.Tab, kb.Tab, kb.Enter)
	p.wait(`document.activeElement.matches("#panel textarea")`)
	p.press("a reply", kb.Enter)
	p.reads("#panel .list", "a reply")
	p.press(kb.Escape)
	p.wait(`document.querySelector("#panel").hidden && document.activeElement.matches("#main textarea")`)
}

func closedConversations(t *testing.T, b context.Context) {
	s := newScene(t)
	cleo := s.AddUser("Cleo")
	hiring, group := s.AddPrivateChannel("hiring", s.ben, cleo), s.AddGroupDM(s.ann, s.ben, cleo)
	s.Say(hiring, cleo, "not for Ann")
	s.Say(group, cleo, "for us three")
	p := open(t, b, s.at(s.ann, group.ID), 1000, 700)
	p.reads("#main .bar", "Ben, Cleo")
	p.reads("#main .list", "for us three")
	p.reads("#side", "Group messages")
	if got := p.text("#side"); strings.Contains(got, "hiring") {
		t.Errorf("Ann sees a private channel: %s", got)
	}
	p.write("#main textarea", "hello, you two"+kb.Enter)
	if got := s.heard("message"); !strings.Contains(string(got.Payload), `"channel_type":"mpim"`) {
		t.Errorf("the app hears %s", got.Payload)
	}
	p.become("Ben")
	p.reads("#main .list", "hello, you two")
	p.room("hiring")
	p.reads("#main .list", "not for Ann")
	p.become("Ann") // who is not in it, and finds herself elsewhere
	p.wait(`!document.querySelector("#main .list").innerText.includes("not for Ann")`)
}

func search(t *testing.T, b context.Context) {
	s := newScene(t)
	hiring := s.AddPrivateChannel("hiring", s.ben)
	s.Say(hiring, s.ben, "a secret salary")
	parent := s.Say(s.general, s.ben, "what of pay?")
	s.Reply(s.general, s.ben, parent.TS, "the salary is fine")
	for i := range 300 {
		s.Say(s.general, s.ben, fmt.Sprintf("filler %d", i))
	}
	_, _, err := s.api.PostMessage(s.general.ID, slack.MsgOptionBlocks(slack.NewSectionBlock(slack.NewTextBlockObject("mrkdwn", "*Salary* of a TPM", false, false), nil, nil)))
	s.must(err)
	p := open(t, b, s.at(s.ann, s.general.ID), 1200, 800)
	p.reads("#main .list", "of a TPM")
	p.click("[data-tool=search]")
	p.wait(`document.activeElement.matches("#panel input[type=search]")`)
	p.press("salary")
	p.reads("#panel .search", "2 found", "Salary of a TPM", "the salary is fine", "Ben in #general")
	p.clickOn(`[...document.querySelectorAll("#panel .hit")].at(-1)`)
	p.reads("#panel .list", "the salary is fine") // in its thread
	p.wait(`document.activeElement.innerText.includes("the salary is fine")`)
	p.click("[data-tool=search]")
	p.wait(`document.activeElement.matches("#panel input[type=search]")`)
	p.press("filler 77") // instead of what was asked before
	p.reads("#panel .search", "3 found")
	p.clickOn(`[...document.querySelectorAll("#panel .hit")].at(-1)`)
	p.wait(`document.activeElement.innerText.includes("filler 77") && document.activeElement.closest("#main")`)
}

// reload reloads the page: a modal does not survive that, and the next one opens as always, with
// the focus in its first field.
func reload(t *testing.T, b context.Context) {
	s := newScene(t)
	_, modal, _ := everyBlock(t)
	s.answer(func(it slack.InteractionCallback) any {
		if _, err := s.api.OpenView(it.TriggerID, modal); err != nil {
			t.Error(err)
		}
		return nil
	})
	m := s.Say(s.general, s.ben, "about this")
	s.MessageShortcut(s.ann, m, "ask_about")
	p := open(t, b, s.at(s.ann, s.general.ID), 1000, 800)
	s.must(s.WaitFor(s.ctx, func() bool { _, open := s.Modal(s.ann); return open }))
	p.do(chromedp.Navigate(s.PageURL()))
	p.reads("#main", "Ask Career Advisor")
	if js[bool](p, `Boolean(document.querySelector("dialog[open]"))`) {
		t.Error("the modal survives the reload")
	}
	s.MessageShortcut(s.ann, m, "ask_about")
	p.reads("dialog[open]", "Everything")
	p.wait(`document.activeElement.matches("dialog[open] .dialog-body input, dialog[open] .dialog-body select, dialog[open] .dialog-body textarea")`)
}
