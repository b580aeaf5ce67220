package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/slack-go/slack"

	"careeradvisor/bot/slackemu/blockkit"
)

// everyBlock is a set of messages and a modal with every kind of block and element.
func everyBlock(t *testing.T) (messages []slack.Blocks, modal slack.ModalViewRequest, text string) {
	t.Helper()
	raw, err := os.ReadFile("testdata/everyblock.json")
	if err != nil {
		t.Fatal(err)
	}
	var both struct {
		Message, More slack.Blocks // a message has one table
		Modal         slack.ModalViewRequest
	}
	if err := json.Unmarshal(raw, &both); err != nil {
		t.Fatal(err)
	}
	return []slack.Blocks{both.Message, both.More}, both.Modal, string(raw)
}

func TestEveryBlockIsEveryBlock(t *testing.T) {
	_, _, text := everyBlock(t)
	for _, kind := range blockkit.Kinds() {
		if !strings.Contains(text, `"type": "`+kind+`"`) {
			t.Errorf("there is no %s in testdata/everyblock.json", kind)
		}
	}
}

func (s *scene) postKitchenSink(channel string) {
	s.t.Helper()
	messages, _, _ := everyBlock(s.t)
	for _, m := range messages {
		_, _, err := s.api.PostMessage(channel, slack.MsgOptionText("every block", false), slack.MsgOptionBlocks(m.BlockSet...))
		s.must(err)
	}
}

func everyBlockIsShown(t *testing.T, b context.Context) {
	s := newScene(t)
	s.postKitchenSink(s.general.ID)
	p := open(t, b, s.at(s.ann, s.general.ID), 1200, 900)
	p.reads("#main .list", "Every block 🎉", "bold italic gone code a link 👋 & <tag>", "quoted", "let x = 1", "Left", "Right",
		"small print", "Primary", "styled and linked@Career Advisor", "below two", "said", "Figure", "42")
	if n := js[int](p, `document.querySelectorAll("#main .unknown").length`); n != 0 {
		t.Errorf("%d elements are not shown: %s", n, js[string](p, `[...document.querySelectorAll("#main .unknown")].map(e => e.innerText).join("; ")`))
	}
	for selector, want := range map[string]string{
		"#main strong": "bold", "#main em": "italic", "#main s": "gone", "#main blockquote": "quoted", "#main ol ul li": "below two",
		"#main td.align-right": "42", "#main th[scope=col]": "Name",
	} {
		if got := js[bool](p, `[...document.querySelectorAll("`+selector+`")].some(e => e.innerText.trim() === "`+want+`")`); !got {
			t.Errorf("no %s reads %s", selector, want)
		}
	}
	// The new ones: citations, and containers that fold.
	p.reads("#main .list", "earns more Guide", "Sources", "Open always", "in a frame", "For all")
	if got := js[string](p, `document.querySelector("#main a.citation").href`); got != "https://example.org/guide" {
		t.Errorf("the citation leads to %q", got)
	}
	if read := p.text("#main .list"); strings.Contains(read, "Hidden at first") {
		t.Errorf("the page shows what is folded: %s", read)
	}
	p.click(`#main [data-block=folded] summary`)
	p.reads("#main .list", "Hidden at first", "Inside")
	// Choices reach the bot, and both pages show them.
	two := open(t, b, s.at(s.ann, s.general.ID), 1200, 900)
	js[bool](p, `(() => { const e = document.querySelector("[data-action=one]"); e.value = "green"; return e.dispatchEvent(new Event("change")) })()`)
	two.wait(`document.querySelector("[data-action=one]").value === "green"`)
	s.settled(p, 1)
	p.click("[data-vote=good]")
	s.settled(p, 2)
	for _, page := range []*tab{p, two} {
		page.wait(`document.querySelector("[data-vote=good]").getAttribute("aria-pressed") === "true"`)
	}
	p.click(".block-section .overflow")
	p.click(".menu [role=menuitem]:nth-child(3)")
	s.settled(p, 3)
	p.click("[data-action=stop]")
	p.reads("dialog[open]", "Sure?", "This cannot be undone.")
	p.click("dialog[open] .button:last-child")
	p.wait(`!document.querySelector("dialog[open]")`)
	s.settled(p, 4)
	p.click("[data-action=check][value=red]")
	s.settled(p, 5)
	p.click("[data-action=inside]")
	s.settled(p, 6)
	const want = "one green; vote up; flow blue; stop; check red blue; inside deep"
	if s.WaitFor(s.ctx, func() bool { return strings.Join(s.acted(), "; ") == want }) != nil {
		t.Errorf("the bot heard %q, want %q", s.acted(), want)
	}
}

// settled waits until people have acted n times and the page shows the result: whatever is clicked
// next has its final form.
func (s *scene) settled(p *tab, n int) {
	s.t.Helper()
	s.must(s.WaitFor(s.ctx, func() bool { return len(s.acted()) == n }))
	c, err := s.Watch(s.ctx, 0)
	s.must(err)
	p.wait(fmt.Sprintf("document.documentElement.dataset.rev >= %d", c.Rev))
}

// acted is what people did with elements, as action_id and values.
func (s *scene) acted() (all []string) {
	for _, e := range s.Envelopes() {
		if e.Event != "block_actions" {
			continue
		}
		var p slack.InteractionCallback
		s.must(json.Unmarshal(e.Payload, &p))
		for _, a := range p.ActionCallback.BlockActions {
			said := a.ActionID
			if a.Value != "" {
				said += " " + a.Value
			}
			if a.SelectedOption.Value != "" {
				said += " " + a.SelectedOption.Value
			}
			for _, o := range a.SelectedOptions {
				said += " " + o.Value
			}
			all = append(all, said)
		}
	}
	return all
}
