package main

import (
	"bytes"
	"cmp"
	"context"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

var screenshots = flag.Bool("screenshots", false, "write the pictures of the README to docs/images")

// TestPlaygroundInTheBrowser asks the real bot as a person would, in a real browser.
func TestPlaygroundInTheBrowser(t *testing.T) {
	b := browser(t)
	images, err := filepath.Abs("../../docs/images")
	if err != nil {
		t.Fatal(err)
	}
	g := startPlayground(t)
	p := open(t, b, g.page, 1280, 800)
	p.reads("#main .intro", "Write below, or begin with one of these", "What a technical product manager is") // the bot may have set a title of its own

	// A direct message, and one that follows up on it.
	p.write("#main textarea", "how do I become a TPM?"+kb.Enter)
	p.reads("#main .list", "Build technical expertise", "Gain product management experience", "sources")
	p.click("#main .container summary") // which are folded
	p.reads("#main .container", "How to become a technical product manager")
	p.write("#main textarea", "and the salary?"+kb.Enter)
	p.reads("#main .list", "₹26.5 lakh")

	// The controls below an answer: why it was given, a vote, and a vote with a reason.
	p.more("#main", "Why this answer")
	p.reads("dialog[open]", "Why this answer", "and the salary?")
	p.press(kb.Escape)
	p.wait(`!document.querySelector("dialog[open]")`)
	const vote = "#main article:nth-of-type(4) "
	p.click(vote + "[data-vote=good]")
	p.reads("#main .list", "🙌")
	p.wait(`document.querySelector("` + vote + `[data-vote=good]").getAttribute("aria-pressed") === "true"`)
	p.click(vote + "[data-vote=bad]")
	p.reads("dialog[open]", "and the salary?")
	p.write("dialog[open] .field", "It says nothing of other countries.")
	p.click("dialog[open] .dialog-foot .primary")
	p.wait(`!document.querySelector("dialog[open]")`)
	p.reads("#main .list", "I've noted it")
	p.wait(`document.querySelector("` + vote + `[data-vote=bad]").getAttribute("aria-pressed") === "true"`)

	// The slash command's answer is for the asker alone.
	p.room("general")
	p.write("#main textarea", "/car")
	p.press(kb.Tab, "PM vs TPM?", kb.Enter)
	p.reads("#main article.ephemeral", "Only visible to you", "PM vs TPM?", "market research")
	p.wait(`document.querySelectorAll("#main article.ephemeral table th").length > 1`)
	p.become("Ben")
	p.wait(`!document.querySelector("#main article.ephemeral")`)
	p.become("Ann")

	// Once it is shared, everybody sees it, a single time.
	p.push("#main article.ephemeral", "Share in channel")
	p.wait(`[...document.querySelectorAll("#main article:not(.ephemeral)")].some(a => a.innerText.includes("PM vs TPM?") && a.innerText.includes("market research"))`)
	p.become("Ben")
	p.reads("#main .list", "Ann", "PM vs TPM?", "market research")
	p.become("Ann")

	// A mention is answered in a thread.
	p.write("#main textarea", "@car")
	p.press(kb.Enter, "who does a senior TPM report to?", kb.Enter)
	p.click("#main .thread-link")
	p.reads("#panel", "C-level executives", "department heads")
	p.write("#panel textarea", "What does a TPM earn?"+kb.Enter) // without a mention
	p.reads("#panel .list", "₹")

	// The message shortcut asks about what anybody wrote.
	p.become("Ben")
	p.write("#main textarea", "What does a TPM do all day?"+kb.Enter)
	p.become("Ann")
	p.wait(`[...document.querySelectorAll("#main article")].at(-1).innerText.includes("all day")`)
	js[bool](p, `([...document.querySelectorAll("#main article")].at(-1).focus(), true)`)
	p.click("article:focus [data-more]")
	p.reads(".menu", "Ask the advisor")
	p.press(kb.Enter)
	p.wait(`document.querySelectorAll("#main article.ephemeral").length === 2`)

	// The Home tab, for everybody and for the admin.
	p.room("directmessage")
	p.click("[data-tab=home]")
	p.reads("#main .home", "Technical Product Manager")
	p.write("#main .home input", "Is coding necessary for a TPM?")
	p.push("#main .home", "Ask")
	p.click("[data-tab=messages]")
	p.reads("#main .list", "You asked: Is coding necessary for a TPM?")
	p.click("[data-tab=home]")
	p.become("Ben")
	p.wait(`document.querySelector("#main .home").innerText.length > 100`)
	p.become("Ann")

	// The fit check is a modal of two pages, sent from the Home tab.
	p.push("#main .home", "Fit check")
	for _, submit := range []string{"Next", "See the result"} {
		p.reads("dialog[open]", "Fit check", submit)
		for i := range js[int](p, `document.querySelectorAll("dialog[open] select").length`) {
			js[bool](p, fmt.Sprintf(`(s => (s.selectedIndex = s.options.length - 1, s.dispatchEvent(new Event("change", { bubbles: true }))))(document.querySelectorAll("dialog[open] select")[%d])`, i))
		}
		p.click("dialog[open] .dialog-foot .primary")
	}
	p.wait(`document.querySelector("dialog[open] h2").innerText !== "Fit check"`)
	p.press(kb.Escape)
	p.wait(`!document.querySelector("dialog[open]")`)

	// An admin lets it answer in a channel without being mentioned.
	p.become("Ben")
	p.room("hiring")
	p.write("#main textarea", "/career here"+kb.Enter)
	p.reads("dialog[open]", "Answer without being mentioned")
	p.click("dialog[open] input[type=checkbox]")
	p.push("dialog[open]", "Save")
	p.wait(`!document.querySelector("dialog[open]")`)
	p.become("Cleo")
	p.room("hiring")
	p.write("#main textarea", "What skills does a technical product manager need?"+kb.Enter)
	p.click("#main .thread-link")
	p.reads("#panel .list", "What skills does a technical product manager need?", "Career Advisor", "technical skills")

	if *screenshots {
		takePictures(t, b, images)
	}
}

// takePictures writes pictures of the playground, light and dark.
func takePictures(t *testing.T, b context.Context, folder string) {
	t.Helper()
	g := startPlayground(t)
	p := open(t, b, g.page, 1360, 850)
	p.write("#main textarea", "how do I become a TPM?"+kb.Enter)
	p.reads("#main .list", "Build technical expertise")
	p.write("#main textarea", "and the salary?"+kb.Enter)
	p.reads("#main .list", "₹")
	p.room("general")
	p.become("Ben")
	p.write("#main textarea", "Morning! We have two openings that sound alike, and I keep mixing them up."+kb.Enter)
	p.become("Ann")
	p.press("Then let's ask. @car", kb.Enter, "PM vs TPM?", kb.Enter)
	p.click("#main .thread-link")
	p.reads("#panel .list", "market research")
	p.become("Ben")
	p.write("#panel textarea", "That table helps. @car")
	p.press(kb.Enter, "who does a senior TPM report to?", kb.Enter)
	p.reads("#panel .list", "C-level executives")
	p.write("#main textarea", "Good, I'll draft both adverts today."+kb.Enter)
	p.become("Ann")
	p.write("#main textarea", "/career what does a TPM earn?"+kb.Enter)
	p.reads("#main article.ephemeral", "Only visible to you", "₹")
	p.reads("#panel .list", "market research", "C-level executives")
	js[bool](p, `(document.querySelector("#panel .scroller").scrollTop = 0, document.activeElement.blur(), true)`)
	p.picture(filepath.Join(folder, "playground-light.png"))
	p.theme("dark")
	p.room("directmessage")
	p.click("[data-tool=inspector]")
	p.reads("#panel .traffic", "chat.postMessage")
	js[bool](p, `([...document.querySelectorAll("#panel .entry summary")].filter(e => e.innerText.includes("chat.postMessage")).at(-1).click(), document.activeElement.blur(), true)`)
	p.reads("#panel .json", "blocks")
	p.picture(filepath.Join(folder, "playground-dark.png"))
}

// picture writes a picture of the page.
func (p *tab) picture(file string) {
	p.t.Helper()
	p.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, 2, 2)) // nothing is pointed at
	js[bool](p, `new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))`)
	shot, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		p.t.Fatal(err)
	}
	small, err := fewColours(shot)
	if err != nil {
		p.t.Fatal(err)
	}
	if len(small) > 100<<10 {
		p.t.Errorf("%s has %d KB", file, len(small)>>10)
	}
	if err := os.WriteFile(file, small, 0o644); err != nil {
		p.t.Fatal(err)
	}
}

// fewColours reduces a picture to its 256 most frequent colours: a page has few, and a file with a
// palette is a third of the size.
func fewColours(raw []byte) ([]byte, error) {
	from, err := png.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	to := image.NewPaletted(from.Bounds(), palette(from))
	draw.Draw(to, to.Bounds(), from, from.Bounds().Min, draw.Src)
	var out bytes.Buffer
	e := png.Encoder{CompressionLevel: png.BestCompression}
	err = e.Encode(&out, to)
	return out.Bytes(), err
}

// palette returns the most frequent colours of a picture, at most 256. Colours that can hardly be
// told apart count as one.
func palette(m image.Image) color.Palette {
	counts := map[color.RGBA]int{}
	b := m.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := color.RGBAModel.Convert(m.At(x, y)).(color.RGBA)
			counts[c]++
		}
	}
	all := slices.SortedFunc(maps.Keys(counts), func(a, b color.RGBA) int {
		return cmp.Or(counts[b]-counts[a], int(a.R)-int(b.R), int(a.G)-int(b.G), int(a.B)-int(b.B))
	})
	var colours color.Palette
	for _, c := range all {
		if len(colours) == 256 {
			break
		}
		if !slices.ContainsFunc(colours, func(known color.Color) bool { return alike(known.(color.RGBA), c) }) {
			colours = append(colours, c)
		}
	}
	return colours
}

func alike(a, b color.RGBA) bool {
	near := func(x, y uint8) bool { return max(x, y)-min(x, y) < 5 }
	return near(a.R, b.R) && near(a.G, b.G) && near(a.B, b.B)
}
