package main

import (
	"context"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// tab is a page in the browser with a profile of its own.
type tab struct {
	t    *testing.T
	ctx  context.Context
	host string

	mu     sync.Mutex
	wrongs []string // things that the page must not do
}

// open opens address in a tab of the given size. The test fails if the page writes an error to the
// console, throws, or asks another host for anything.
func open(t *testing.T, browser context.Context, address string, width, height int) *tab {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	p := &tab{t: t, host: u.Host}
	ctx, closeTab := chromedp.NewContext(browser, chromedp.WithNewBrowserContext(), chromedp.WithListener(p.watch))
	t.Cleanup(func() {
		closeTab()
		for _, w := range p.wrongs {
			t.Error(w)
		}
	})
	if err := chromedp.Do(ctx); err != nil { // the tab outlives the deadline that follows
		t.Fatal(err)
	}
	var stop context.CancelFunc
	p.ctx, stop = context.WithTimeout(ctx, ample)
	t.Cleanup(stop)
	p.do(chromedp.EmulateViewport(int64(width), int64(height)))
	p.theme("light")
	p.do(chromedp.Navigate(address))
	p.wait(`document.querySelector("#side .room")`)
	return p
}

// watch notes what the page must not do. It runs on the browser's goroutine.
func (p *tab) watch(ev any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	wrong := func(format string, a ...any) { p.wrongs = append(p.wrongs, fmt.Sprintf(format, a...)) }
	switch e := ev.(type) {
	case *runtime.EventExceptionThrown:
		text := e.ExceptionDetails.Text
		if e.ExceptionDetails.Exception != nil {
			text += " " + e.ExceptionDetails.Exception.Description
		}
		wrong("the page throws: %s", text)
	case *runtime.EventConsoleAPICalled:
		if e.Type == "error" || e.Type == "warning" {
			wrong("the page complains: %v", e.Args)
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == "error" {
			wrong("the browser complains: %s %s", e.Entry.Text, e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		u, err := url.Parse(e.Request.URL)
		if err != nil || u.Scheme != "data" && u.Scheme != "about" && u.Host != p.host {
			wrong("the page asks another host: %s", e.Request.URL)
		}
	}
}

func (p *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, steps...); err != nil {
		p.t.Fatalf("%v; the page reads:\n%s", err, p.text("body"))
	}
}

// js returns the value of an expression in the page.
func js[T any](p *tab, expression string) T {
	p.t.Helper()
	v, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// wait waits until an expression is true.
func (p *tab) wait(expression string) {
	p.t.Helper()
	ask := chromedp.Poll[bool]("Boolean("+expression+")", chromedp.WithPollingInterval(20*time.Millisecond), chromedp.WithPollingTimeout(ample))
	if _, err := chromedp.Run(p.ctx, ask); err != nil {
		p.t.Fatalf("%s never comes true: %v; the page reads:\n%s", expression, err, p.text("body"))
	}
}

// text is what a person reads in an element.
func (p *tab) text(selector string) string {
	v, _ := chromedp.Run(p.ctx, chromedp.Evaluate[string](fmt.Sprintf("document.querySelector(%q)?.innerText ?? ''", selector)))
	return v
}

// reads waits until a person can read all of want in an element.
func (p *tab) reads(selector string, want ...string) {
	p.t.Helper()
	for _, w := range want {
		p.wait(fmt.Sprintf("(document.querySelector(%s)?.innerText ?? '').includes(%s)", strconv.Quote(selector), strconv.Quote(w)))
	}
}

// click clicks the first element that a selector finds.
func (p *tab) click(selector string) {
	p.t.Helper()
	p.clickOn("document.querySelector(" + strconv.Quote(selector) + ")")
}

// more picks from the last overflow menu within an element.
func (p *tab) more(selector, text string) {
	p.t.Helper()
	p.clickOn(fmt.Sprintf(`[...document.querySelectorAll(%s)].at(-1)`, strconv.Quote(selector+" .overflow")))
	p.push(".menu", text)
}

// push clicks the last button with a text within an element.
func (p *tab) push(selector, text string) {
	p.t.Helper()
	p.clickOn(fmt.Sprintf(`[...document.querySelectorAll(%s)].filter(b => b.innerText.trim() === %s && b.checkVisibility()).at(-1)`,
		strconv.Quote(selector+" button"), strconv.Quote(text)))
}

// clickOn clicks an element as soon as the mouse can reach it: it is on the screen, stands still,
// and nothing covers it. It clicks on a place, not on a node, since messages are drawn again when
// anything about them changes.
func (p *tab) clickOn(expression string) {
	p.t.Helper()
	p.wait(fmt.Sprintf(`(() => {
		const e = %s;
		if (!e?.checkVisibility({ visibilityProperty: true })) return false;
		e.scrollIntoView({ block: "nearest" });
		const r = e.getBoundingClientRect();
		const was = window.clickAt, now = window.clickAt = [r.x + r.width / 2, r.y + r.height / 2];
		const at = document.elementFromPoint(...now);
		return at && (e === at || e.contains(at)) && was?.[0] === now[0] && was?.[1] === now[1];
	})()`, expression))
	at := js[[]float64](p, "window.clickAt")
	p.do(chromedp.MouseClickXY(at[0], at[1]))
}

// room switches to a conversation and become to a person; both wait until it is shown.
func (p *tab) room(name string) {
	p.t.Helper()
	p.click("[data-room=" + name + "]")
	p.wait(`document.querySelector("[data-room=` + name + `]").getAttribute("aria-current") === "page"`)
}

func (p *tab) become(name string) {
	p.t.Helper()
	p.click("[data-person=" + name + "]")
	p.wait(`document.querySelector("[data-person=` + name + `]").getAttribute("aria-checked") === "true"`)
}

// write types into an element.
func (p *tab) write(selector, text string) {
	p.t.Helper()
	p.do(chromedp.Focus(chromedp.CSS(selector)))
	p.press(text)
}

// press presses keys, wherever the focus is.
func (p *tab) press(keys ...string) {
	p.t.Helper()
	for text := strings.Join(keys, ""); text != ""; {
		before, after, entered := strings.Cut(text, kb.Enter)
		if before != "" {
			p.do(chromedp.KeyEvent(before))
		}
		if entered {
			p.do(chromedp.Func(enter))
		}
		text = after
	}
}

// enter presses Enter as a keyboard does: the character belongs to the key, so a page that handles
// the key gets no line break.
func enter(ctx context.Context, t *chromedp.Target) error {
	key := input.DispatchKeyEventParams{Type: kb.KeyDown, Key: "Enter", Code: "Enter", Text: "\r", UnmodifiedText: "\r", WindowsVirtualKeyCode: 13}
	if _, err := cdp.Call(ctx, t, input.DispatchKeyEvent, key); err != nil {
		return err
	}
	key.Type, key.Text, key.UnmodifiedText = kb.KeyUp, "", ""
	_, err := cdp.Call(ctx, t, input.DispatchKeyEvent, key)
	return err
}

// theme sets the theme that the system prefers.
func (p *tab) theme(name string) {
	p.t.Helper()
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: name}, {Name: "prefers-reduced-motion", Value: "reduce"},
	}}
	if _, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, media); err != nil {
		p.t.Fatal(err)
	}
}

// fits fails the test if the page is wider than the screen.
func (p *tab) fits(what string) {
	p.t.Helper()
	if over := js[int](p, "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth, ...[...document.querySelectorAll('dialog[open]')].map(d => d.scrollWidth)) - innerWidth"); over > 0 {
		p.t.Errorf("%s is %d px too wide", what, over)
	}
	for _, el := range js[[]string](p, `[...document.querySelectorAll("#main *, #panel:not([hidden]) *, dialog[open] *")].filter(e => e.checkVisibility() && !e.closest(".table-box, pre, .option") && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.tagName + "." + e.className)`) {
		p.t.Errorf("%s: %s stands out", what, el)
	}
}
