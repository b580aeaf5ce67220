package main

import (
	"bytes"
	"cmp"
	"flag"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

var screenshots = flag.Bool("screenshots", false, "write the pictures of the README to docs/images")

// TestPlaygroundInTheBrowser asks the real bot as a person does, in a real
// browser.
func TestPlaygroundInTheBrowser(t *testing.T) {
	b := browser(t)
	images, err := filepath.Abs("../../docs/images")
	if err != nil {
		t.Fatal(err)
	}
	g := startPlayground(t)
	p := open(t, b, g.page, 1280, 800)
	p.reads("#main .intro", "Ask Career Advisor anything", "How do I become a TPM?")

	// A direct message, and one that goes on from it.
	p.write("#main textarea", "how do I become a TPM?"+kb.Enter)
	p.reads("#main .list", "Build technical expertise", "Gain product management experience", "Source")
	p.write("#main textarea", "and the salary?"+kb.Enter)
	p.reads("#main .list", "₹26.5 lakh")

	// What is below an answer: why it was given, a vote, and the reason for another.
	p.push("#main", "Why this answer")
	p.reads("dialog[open]", "Why this answer", "and the salary?")
	p.press(kb.Escape)
	p.wait(`!document.querySelector("dialog[open]")`)
	const vote = "#main article:nth-of-type(4) "
	p.click(vote + "[data-vote=good]")
	p.reads("#main .list", "Thank you, I'm glad that it helps.")
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

	// Shared, everybody reads it, once.
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
	p.write("#panel textarea", "and the salary?"+kb.Enter) // without a mention
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
	p.become("Ben")
	p.wait(`document.querySelector("#main .home").innerText.length > 100`)
	p.become("Ann")

	if *screenshots {
		p.pictures(filepath.Join(images, "playground"))
	}
}

// pictures writes what the page looks like, light and dark.
func (p *tab) pictures(name string) {
	p.t.Helper()
	for _, theme := range []string{"light", "dark"} {
		p.theme(theme)
		shot, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
		if err != nil {
			p.t.Fatal(err)
		}
		small, err := fewColours(shot)
		if err != nil {
			p.t.Fatal(err)
		}
		if len(small) > 300<<10 {
			p.t.Errorf("%s-%s.png has %d KB", name, theme, len(small)>>10)
		}
		if err := os.WriteFile(name+"-"+theme+".png", small, 0o644); err != nil {
			p.t.Fatal(err)
		}
	}
	p.theme("light")
}

// fewColours is a picture with the 256 colours that it has most of: a page has
// few, and a file with a palette is a third of the size.
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

// palette is the colours of a picture that occur most, at most 256. Colours that
// can hardly be told apart count as one.
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
