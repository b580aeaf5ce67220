package gaps

import (
	"slices"
	"strings"
	"unicode"

	"careeradvisor/knowledge/text"
)

// keyOf is the same for questions with the same words.
func keyOf(question string) string {
	if key := text.Key(text.Plain(question)); key != "" {
		return key
	}
	return strings.Join(strings.Fields(question), " ") // punctuation only
}

// isReadable reports whether the encoder understands a question. It splits text into pieces of
// English words, so all questions in another script look alike to it.
func isReadable(question string) bool {
	latin := false
	for _, r := range question {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return false
		}
		latin = latin || unicode.IsLetter(r)
	}
	return latin
}

// named holds the words of a question, and whether each is a name or a number: vectors hardly
// distinguish Peru from Chile, or L4 from L5.
type named map[string]bool

func namesIn(question string) named {
	all := named{}
	for _, w := range text.Words(text.Plain(question)) {
		all[w.Stem] = all[w.Stem] || w.Named && w.IsContent() || text.HasDigit(w.Text)
	}
	return all
}

// differs reports whether each of two questions names something that the other does not.
func (n named) differs(o named) bool { return n.lacks(o) && o.lacks(n) }

// lacks reports whether the other question names something that n does not have.
func (n named) lacks(o named) bool {
	for stem, is := range o {
		if _, ok := n[stem]; is && !ok {
			return true
		}
	}
	return false
}

// fragment is the number of words below which a question is only a fragment.
const fragment = 3

// typical is the question that represents a group: a whole one if there is any, and of those the
// one with the most frequent wording, then the shortest, then the latest.
func typical(questions, keys []string, members []int) string {
	used := map[string]int{}
	for _, i := range members {
		used[keys[i]]++
	}
	best, bestRank := "", []int(nil)
	for _, i := range slices.Backward(members) {
		words := strings.Fields(questions[i])
		q := strings.Join(words, " ")
		whole := 0
		if len(words) >= fragment && strings.HasSuffix(q, "?") {
			whole = 1
		}
		if rank := []int{whole, used[keys[i]], -len(q)}; bestRank == nil || slices.Compare(rank, bestRank) > 0 {
			best, bestRank = q, rank
		}
	}
	return best
}
