CREATE TABLE actors (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	"key" TEXT NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	aliases TEXT NOT NULL,
	wikidata TEXT,
	speaks_for TEXT NOT NULL,
	listed TEXT,
	PRIMARY KEY (number)
)
 STRICT;
CREATE UNIQUE INDEX actors_key ON actors (id);
CREATE TABLE articles (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	path TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	text TEXT NOT NULL,
	encoding TEXT NOT NULL,
	segments TEXT NOT NULL,
	blocks TEXT NOT NULL,
	excluded TEXT NOT NULL,
	title TEXT,
	outlet TEXT,
	url TEXT,
	authors TEXT NOT NULL,
	language TEXT,
	published TEXT,
	cites TEXT NOT NULL,
	PRIMARY KEY (number)
)
 STRICT;
CREATE UNIQUE INDEX articles_key ON articles (id);
CREATE INDEX articles_path ON articles (path);
CREATE TABLE cells (
	number INTEGER NOT NULL,
	party TEXT NOT NULL,
	issue TEXT NOT NULL,
	value TEXT NOT NULL,
	state TEXT NOT NULL,
	hardness TEXT,
	implied INTEGER NOT NULL,
	positions TEXT NOT NULL,
	origins INTEGER NOT NULL,
	as_of TEXT,
	stale INTEGER NOT NULL,
	"conflict" TEXT,
	PRIMARY KEY (number)
)
 STRICT;
CREATE UNIQUE INDEX cells_key ON cells (party, issue, value);
CREATE TABLE conflicts (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	refusals TEXT NOT NULL,
	issues TEXT NOT NULL,
	parties TEXT NOT NULL,
	complete INTEGER NOT NULL,
	PRIMARY KEY (number)
)
 STRICT;
CREATE UNIQUE INDEX conflicts_key ON conflicts (id);
CREATE TABLE contradictions (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	kind TEXT NOT NULL,
	"left" TEXT NOT NULL,
	"right" TEXT NOT NULL,
	rule TEXT NOT NULL,
	detail TEXT NOT NULL,
	confidence REAL NOT NULL,
	PRIMARY KEY (number)
)
 STRICT;
CREATE UNIQUE INDEX contradictions_key ON contradictions (id);
CREATE TABLE copies (
	number INTEGER NOT NULL,
	lead TEXT NOT NULL,
	articles TEXT NOT NULL,
	basis TEXT NOT NULL,
	share REAL NOT NULL,
	PRIMARY KEY (number)
)
 STRICT;
CREATE UNIQUE INDEX copies_key ON copies (lead, articles);
CREATE TABLE deadlocks (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	kind TEXT NOT NULL,
	steps TEXT NOT NULL,
	preconditions TEXT NOT NULL,
	ways_out TEXT NOT NULL,
	complete INTEGER NOT NULL,
	PRIMARY KEY (number)
)
 STRICT;
CREATE UNIQUE INDEX deadlocks_key ON deadlocks (id);
CREATE TABLE decisions (
	number INTEGER NOT NULL,
	target TEXT NOT NULL,
	field TEXT NOT NULL,
	old TEXT,
	new TEXT,
	action TEXT NOT NULL,
	coder TEXT NOT NULL,
	at TEXT NOT NULL,
	note TEXT NOT NULL,
	article TEXT,
	raw_start INTEGER,
	raw_end INTEGER,
	PRIMARY KEY (number)
)
 STRICT;
CREATE UNIQUE INDEX decisions_key ON decisions (target, field, coder, at);
CREATE TABLE events (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	"when" TEXT,
	what TEXT NOT NULL,
	kind TEXT NOT NULL,
	status TEXT NOT NULL,
	actors TEXT NOT NULL,
	place TEXT,
	spans TEXT NOT NULL,
	articles TEXT NOT NULL,
	PRIMARY KEY (number)
)
 STRICT;
CREATE UNIQUE INDEX events_key ON events (id);
CREATE TABLE issues (
	number INTEGER NOT NULL,
	issue TEXT NOT NULL,
	status TEXT NOT NULL,
	consent TEXT NOT NULL,
	ask TEXT NOT NULL,
	PRIMARY KEY (number)
)
 STRICT;
CREATE UNIQUE INDEX issues_key ON issues (issue);
CREATE TABLE movements (
	number INTEGER NOT NULL,
	issue TEXT NOT NULL,
	"when" TEXT,
	gap INTEGER,
	per_party TEXT NOT NULL,
	PRIMARY KEY (number)
)
 STRICT;
CREATE INDEX movements_key ON movements (issue, "when");
CREATE TABLE packages (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	component TEXT NOT NULL,
	outcome TEXT NOT NULL,
	crossed TEXT NOT NULL,
	gaps TEXT NOT NULL,
	complete INTEGER NOT NULL,
	PRIMARY KEY (number)
)
 STRICT;
CREATE UNIQUE INDEX packages_key ON packages (id);
CREATE TABLE plans (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	author TEXT,
	said TEXT,
	articles TEXT NOT NULL,
	clauses TEXT NOT NULL,
	PRIMARY KEY (number)
)
 STRICT;
CREATE UNIQUE INDEX plans_key ON plans (id);
CREATE TABLE reports (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	statements TEXT NOT NULL,
	articles TEXT NOT NULL,
	outlets TEXT NOT NULL,
	origins TEXT NOT NULL,
	first TEXT,
	note TEXT,
	PRIMARY KEY (number)
)
 STRICT;
CREATE UNIQUE INDEX reports_key ON reports (id);
CREATE TABLE settings (
	name TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY (name)
)
 STRICT;
CREATE TABLE shifts (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	party TEXT NOT NULL,
	issue TEXT NOT NULL,
	"from" TEXT NOT NULL,
	"to" TEXT NOT NULL,
	"when" TEXT,
	direction TEXT NOT NULL,
	detail TEXT NOT NULL,
	PRIMARY KEY (number)
)
 STRICT;
CREATE UNIQUE INDEX shifts_key ON shifts (id);
CREATE TABLE skips (
	place TEXT NOT NULL,
	reason TEXT NOT NULL,
	detail TEXT NOT NULL,
	remedy TEXT NOT NULL,
	PRIMARY KEY (place)
)
 STRICT;
CREATE TABLE steps (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	actor TEXT,
	entails TEXT NOT NULL,
	refused_by TEXT NOT NULL,
	positions TEXT NOT NULL,
	PRIMARY KEY (number)
)
 STRICT;
CREATE UNIQUE INDEX steps_key ON steps (id);
CREATE TABLE actor_links (
	number INTEGER NOT NULL,
	mention TEXT NOT NULL,
	article TEXT NOT NULL,
	actor TEXT NOT NULL,
	method TEXT NOT NULL,
	confidence REAL NOT NULL,
	PRIMARY KEY (number),
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
)
 STRICT;
CREATE INDEX actor_links_actor ON actor_links (actor);
CREATE INDEX actor_links_article ON actor_links (article);
CREATE UNIQUE INDEX actor_links_key ON actor_links (mention);
CREATE TABLE actor_mentions (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	article TEXT NOT NULL,
	span TEXT NOT NULL,
	form TEXT NOT NULL,
	kind TEXT,
	name TEXT,
	role TEXT,
	"of" TEXT,
	former INTEGER NOT NULL,
	method TEXT NOT NULL,
	PRIMARY KEY (number),
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
)
 STRICT;
CREATE INDEX actor_mentions_article ON actor_mentions (article);
CREATE UNIQUE INDEX actor_mentions_key ON actor_mentions (id);
CREATE TABLE article_dates (
	number INTEGER NOT NULL,
	article TEXT NOT NULL,
	published TEXT,
	PRIMARY KEY (number),
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
)
 STRICT;
CREATE INDEX article_dates_article ON article_dates (article);
CREATE UNIQUE INDEX article_dates_key ON article_dates (article);
CREATE TABLE assessments (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	article TEXT NOT NULL,
	assessor TEXT,
	assessor_text TEXT NOT NULL,
	kind TEXT NOT NULL,
	statement TEXT,
	spans TEXT NOT NULL,
	quantities TEXT NOT NULL,
	as_of TEXT,
	PRIMARY KEY (number),
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
)
 STRICT;
CREATE INDEX assessments_article ON assessments (article);
CREATE UNIQUE INDEX assessments_key ON assessments (id);
CREATE TABLE attributions (
	number INTEGER NOT NULL,
	statement TEXT NOT NULL,
	article TEXT NOT NULL,
	speaker TEXT,
	speaker_text TEXT,
	party TEXT,
	via TEXT NOT NULL,
	said TEXT,
	times TEXT NOT NULL,
	places TEXT NOT NULL,
	quantities TEXT NOT NULL,
	method TEXT NOT NULL,
	label TEXT NOT NULL,
	PRIMARY KEY (number),
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
)
 STRICT;
CREATE INDEX attributions_article ON attributions (article);
CREATE UNIQUE INDEX attributions_key ON attributions (statement);
CREATE INDEX attributions_party ON attributions (party);
CREATE INDEX attributions_speaker ON attributions (speaker);
CREATE TABLE originals (
	article TEXT NOT NULL,
	original BLOB NOT NULL,
	raw BLOB,
	PRIMARY KEY (article),
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
)
 STRICT;
CREATE TABLE parses (
	article TEXT NOT NULL,
	parse BLOB NOT NULL,
	PRIMARY KEY (article),
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
)
 STRICT;
CREATE TABLE places (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	article TEXT NOT NULL,
	span TEXT NOT NULL,
	name TEXT NOT NULL,
	geonames INTEGER,
	lat REAL,
	lon REAL,
	admin1 TEXT,
	country TEXT,
	form TEXT NOT NULL,
	reason TEXT,
	PRIMARY KEY (number),
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
)
 STRICT;
CREATE INDEX places_article ON places (article);
CREATE UNIQUE INDEX places_key ON places (id);
CREATE TABLE position_marks (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	article TEXT NOT NULL,
	span TEXT NOT NULL,
	act TEXT NOT NULL,
	chance REAL NOT NULL,
	act_chance REAL NOT NULL,
	PRIMARY KEY (number),
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
)
 STRICT;
CREATE INDEX position_marks_article ON position_marks (article);
CREATE UNIQUE INDEX position_marks_key ON position_marks (id);
CREATE TABLE positions (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	article TEXT NOT NULL,
	spans TEXT NOT NULL,
	voice TEXT NOT NULL,
	statements TEXT NOT NULL,
	party TEXT,
	party_text TEXT NOT NULL,
	speaker TEXT,
	about TEXT,
	issue TEXT,
	"values" TEXT NOT NULL,
	step TEXT,
	act TEXT NOT NULL,
	object TEXT,
	scope TEXT,
	reason TEXT,
	conditions TEXT NOT NULL,
	hardness TEXT,
	hardness_span TEXT,
	polarity TEXT NOT NULL,
	modality TEXT NOT NULL,
	said TEXT,
	method TEXT NOT NULL,
	confidence REAL NOT NULL,
	label TEXT NOT NULL,
	PRIMARY KEY (number),
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
)
 STRICT;
CREATE INDEX positions_article ON positions (article);
CREATE INDEX positions_issue ON positions (issue);
CREATE UNIQUE INDEX positions_key ON positions (id);
CREATE INDEX positions_party ON positions (party);
CREATE TABLE quantities (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	article TEXT NOT NULL,
	span TEXT NOT NULL,
	low REAL,
	high REAL,
	unit TEXT,
	bound TEXT NOT NULL,
	"of" TEXT,
	scope TEXT,
	place TEXT,
	as_of TEXT,
	PRIMARY KEY (number),
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
)
 STRICT;
CREATE INDEX quantities_article ON quantities (article);
CREATE UNIQUE INDEX quantities_key ON quantities (id);
CREATE TABLE reads (
	place TEXT NOT NULL,
	article TEXT NOT NULL,
	fingerprint TEXT NOT NULL,
	PRIMARY KEY (place),
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
)
 STRICT;
CREATE INDEX ix_reads_article ON reads (article);
CREATE TABLE statements (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	article TEXT NOT NULL,
	source TEXT NOT NULL,
	cue TEXT NOT NULL,
	content TEXT NOT NULL,
	kind TEXT NOT NULL,
	channel TEXT NOT NULL,
	modality TEXT NOT NULL,
	negated INTEGER NOT NULL,
	inside TEXT,
	confidence REAL NOT NULL,
	PRIMARY KEY (number),
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
)
 STRICT;
CREATE INDEX statements_article ON statements (article);
CREATE INDEX statements_inside ON statements (inside);
CREATE UNIQUE INDEX statements_key ON statements (id);
CREATE TABLE times (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	article TEXT NOT NULL,
	span TEXT NOT NULL,
	start TEXT,
	"end" TEXT,
	precision TEXT,
	timex3 TEXT NOT NULL,
	type TEXT NOT NULL,
	PRIMARY KEY (number),
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
)
 STRICT;
CREATE INDEX times_article ON times (article);
CREATE UNIQUE INDEX times_key ON times (id);
CREATE VIRTUAL TABLE search USING fts5(title, text, content='articles', content_rowid='number', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN INSERT INTO search(rowid, title, text) VALUES (new.number, new.title, new.text); END;
CREATE TRIGGER articles_gone AFTER DELETE ON articles BEGIN INSERT INTO search(search, rowid, title, text) VALUES ('delete', old.number, old.title, old.text); END;
