package text

// Distance counts the letters that differ between two words; see [Matcher].
func Distance(a, b string, limit int) int { return NewMatcher(a).Distance(b, limit) }

// Matcher compares many words with one. It reuses its memory between them, so it must
// not be shared between goroutines.
type Matcher struct {
	letters           []rune
	other             []rune
	before, last, row []int // of the table of distances, for the letters up to here
}

// NewMatcher returns a matcher that compares with word.
func NewMatcher(word string) *Matcher { return &Matcher{letters: []rune(word)} }

// Distance counts the letters that were added, removed, changed, or swapped with their neighbour
// (optimal string alignment). Beyond limit it gives up and returns limit+1.
func (m *Matcher) Distance(word string, limit int) int {
	m.other = m.other[:0]
	for _, r := range word {
		m.other = append(m.other, r)
	}
	x, y := m.letters, m.other
	if len(x)-len(y) > limit || len(y)-len(x) > limit {
		return limit + 1
	}
	m.start(len(y) + 1)
	for i := range x {
		if m.align(i, x, y) > limit {
			return limit + 1
		}
		m.before, m.last, m.row = m.last, m.row, m.before
	}
	return min(m.last[len(y)], limit+1)
}

// start prepares the rows for a word of n-1 letters.
func (m *Matcher) start(n int) {
	if cap(m.row) < n {
		m.before, m.last, m.row = make([]int, 2*n), make([]int, 2*n), make([]int, 2*n)
	}
	m.before, m.last, m.row = m.before[:n], m.last[:n], m.row[:n]
	for j := range m.last {
		m.last[j] = j
	}
}

// align fills the row of letter i of x and returns its least value.
func (m *Matcher) align(i int, x, y []rune) int {
	m.row[0] = i + 1
	least := i + 1
	for j := range y {
		cost := 1
		if x[i] == y[j] {
			cost = 0
		}
		d := min(m.last[j+1]+1, m.row[j]+1, m.last[j]+cost)
		if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
			d = min(d, m.before[j-1]+1)
		}
		m.row[j+1] = d
		least = min(least, d)
	}
	return least
}
