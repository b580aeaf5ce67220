package roles

import "slices"

// settleLevel takes a number or code beside a role's name as a level of the role: "developer 4",
// "level 4 developer", "developer (L4)". In "Level 3: Developer II", the level is 3; "Developer II" alone is every
// level that is called so.
func (x *Index) settleLevel(ts []token, m *mention) {
	if len(m.to) != 1 || m.to[0].Role < 0 || m.to[0].Level >= 0 {
		return
	}
	r := &x.roles[m.to[0].Role]
	pick := func(from, to int, is func(l Level) bool) bool {
		var picked []Subject
		for k, l := range r.Levels {
			if is(l) {
				picked = append(picked, Subject{m.to[0].Role, k})
			}
		}
		if len(picked) > 0 {
			m.to, m.from, m.until = picked, min(m.from, from), max(m.until, to)
		}
		return len(picked) > 0
	}
	numbered := func(n int) func(Level) bool { return func(l Level) bool { return l.Number == n } }
	coded := func(code string) func(Level) bool {
		return func(l Level) bool {
			return slices.ContainsFunc(l.Aliases, func(a string) bool { return key(scan(a)) == code })
		}
	}
	i, from := m.until, m.from
	if from > 1 && scales[ts[from-2].one] && value(ts, from-1) > 0 && pick(from-2, i, numbered(value(ts, from-1))) {
		return
	}
	scaled := i < len(ts) && scales[ts[i].one]
	if scaled {
		i++
	}
	if i < len(ts) && (number(ts[i]) > 0 || isRoman(ts, i)) {
		n := value(ts, i)
		if !scaled && pick(from, i+1, func(l Level) bool { return l.Step == n }) || pick(from, i+1, numbered(n)) {
			return
		}
	}
	if i < len(ts) && pick(from, i+1, coded(ts[i].one)) {
		return
	}
	if from > 0 {
		pick(from-1, m.until, coded(ts[from-1].one))
	}
}

func isRoman(ts []token, i int) bool { return value(ts, i) > 0 && len(ts[i].text) > 1 }

// value is the number at a token, which may even be a Roman one in lower case.
func value(ts []token, i int) int {
	if n := number(ts[i]); n > 0 {
		return n
	}
	return max(0, slices.Index(romans, ts[i].text))
}

// settleSteps lets a role or level that documents describe only by its steps stand for each of
// those: "senior engineer" for Senior Engineer 1 and 2.
func (x *Index) settleSteps(ms []mention) {
	for i, m := range ms {
		if len(m.to) != 1 || m.to[0].Role < 0 || len(x.Places(m.to[0])) > 0 {
			continue
		}
		whole := scan(x.Name(m.to[0]))
		var steps []Subject
		for k, l := range x.roles[m.to[0].Role].Levels {
			if l.Number > 0 && len(l.Places) > 0 && key(withoutLevel(scan(l.Name))) == key(whole) {
				steps = append(steps, Subject{m.to[0].Role, k})
			}
		}
		if len(steps) > 0 {
			ms[i].to = steps
		}
	}
}

// withoutLevel drops the words of a name that tell its level: "Level 3: Engineer II" is an engineer.
func withoutLevel(ts []token) (out []token) {
	for i, t := range ts {
		if !isLevelToken(ts, i) {
			out = append(out, t)
		}
	}
	return out
}

// settleCodes keeps, of the roles that have a level with a code, those that are named too, or else
// the level that belongs to no role.
func (x *Index) settleCodes(ms []mention) []mention {
	named := map[int]bool{}
	for _, m := range ms {
		if len(m.to) == 1 {
			named[m.to[0].Role] = true
		}
	}
	for i := range ms {
		if len(ms[i].to) < 2 {
			continue
		}
		var kept []Subject
		for _, s := range ms[i].to {
			if named[s.Role] {
				kept = append(kept, s)
			}
		}
		if at := slices.IndexFunc(ms[i].to, func(s Subject) bool { return s.Role < 0 }); len(kept) == 0 && at >= 0 {
			kept = ms[i].to[at : at+1]
		}
		if len(kept) > 0 {
			ms[i].to = kept
		}
	}
	return ms
}
