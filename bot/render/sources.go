package render

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/slack-go/slack"

	"careeradvisor/knowledge"
)

// Sources shows, below an answer, where it comes from: numbered as in the text, with any links
// there are. Several sources are folded away.
func Sources(cited []knowledge.Citation) []piece {
	switch len(cited) {
	case 0:
		return nil
	case 1:
		line := Small("Source: " + cited[0].Name())
		line[0].block = fineBlock(line[0].text, link(cited[0]))
		return line
	}
	names := make([]string, len(cited))
	blocks := make([]slack.Block, len(cited))
	var before []string
	for i, c := range cited {
		number, path := "["+strconv.Itoa(i+1)+"] ", c.Path()
		names[i] = number + strings.Join(shortened(path, before), " › ")
		blocks[i] = fineBlock(number+strings.Join(path, " › "), link(c))
		before = path
	}
	line := "Sources: " + strings.Join(names, " · ")
	if len(cited) > maxFold || Size(line) > MaxFine {
		return Small(line)
	}
	fold := slack.NewContainerBlock(blocks...).WithTitle(Plain(fmt.Sprintf("%d sources", len(cited)), maxHeader)).WithCollapsible(true, true)
	return []piece{{block: fold, inside: len(blocks), text: line}}
}

// shortened is a path with an ellipsis for the part that it shares with the previous one.
func shortened(path, before []string) []string {
	n := 0
	for n < len(path)-1 && n < len(before) && path[n] == before[n] {
		n++
	}
	if n == 0 {
		return path
	}
	return append([]string{"…"}, path[n:]...)
}

// linked are the marks of sources as links if all of them have one; otherwise none, so that no
// sentence has two kinds of marks.
func linked(a knowledge.Answer, cites []int) (all []slack.RichTextSectionElement) {
	for _, i := range cites {
		if i < 0 || i >= len(a.Citations) {
			continue
		}
		to, path := link(a.Citations[i]), a.Citations[i].Path()
		if to == "" {
			return nil
		}
		all = append(all, Run(" ", false), slack.NewRichTextSectionCitationElement(to, Clip(path[0], MaxOption), float64(i+1),
			slack.NewRichTextCitationWebDetails(Clip(strings.Join(path, " › "), maxHeader))))
	}
	return all
}

// link is a source's address on the web; "" if it has none that Slack could open.
func link(c knowledge.Citation) string { return webLink(c.URL) }

func webLink(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || Size(u.String()) > maxURL || strings.ContainsAny(u.String(), "|<> ") {
		return ""
	}
	return u.String()
}
