"""Words around a name that tell a place from a person, an organisation or a common word."""

from __future__ import annotations

# Type words that belong to the name of a region or water: "Luhansk Oblast", "Velkar Province".
TYPES_AFTER = {
    "Oblast", "oblast", "Region", "region", "Province", "province", "Governorate",
    "governorate", "District", "district", "Raion", "raion", "County", "county", "Prefecture",
    "Krai", "Republic", "State", "state", "Peninsula", "peninsula", "Island", "Islands",
    "Strait", "River", "Lake", "Sea", "Bay", "Gulf", "Ocean", "Heights", "Mountains", "Valley",
    "Desert", "Strip", "Corridor", "Crossing", "crossing", "Canal",
}  # fmt: skip
TYPES_BEFORE = {
    "Lake", "Mount", "Cape", "Port", "Fort", "Gulf", "Strait", "Bay", "Sea", "Isle", "River",
    "Camp",
}  # fmt: skip
OF_TYPES = {"Gulf", "Strait", "Bay", "Sea", "Isle", "Cape"}
SETTLEMENTS = {
    "town", "city", "village", "port", "settlement", "province", "region", "district", "oblast",
    "island", "capital",
}  # fmt: skip

NO_REGION_BEFORE = {
    "Islamic", "School", "Judicial", "Banana", "People's", "Deputy", "Secretary", "Republican",
}  # fmt: skip
NO_REGION_AFTER = {"Court", "Attorney", "Department", "Police", "Council", "Secretary", "Judge"}

# Names of papers, firms, clubs and treaties go on like this: "Washington Post", "Minsk Protocol".
ORGANISATION_AFTER = {
    "Post", "Times", "Herald", "Tribune", "Journal", "Independent", "Gazette", "Globe", "Daily",
    "Bank", "Airlines", "Airways", "United", "FC", "Club", "Conference", "Declaration",
    "Agreement", "Agreements", "Accords", "Accord", "Protocol", "Protocols", "Treaty",
    "Memorandum", "Convention", "Process", "Stock", "Exchange", "Examiner", "Observer",
    "Mail", "News", "Radio", "Television", "TV", "Today", "Pravda", "Insight", "Foundation",
    "Orchestra", "Opera", "Symphony", "Review", "Morning", "Standard", "Group", "Inc", "Ltd",
    "Corp", "Co", "LLC", "Plc", "Chronicle", "Sun", "Star", "Telegraph", "Dispatch", "Monthly",
    "Weekly", "Hilton", "Holdings", "Partners", "Security", "Capital", "Energy", "Motors", "Hotels",
}  # fmt: skip
# Bodies that bear the name of the place that they are for: "Velkar Police", "Velkar City Council".
PUBLIC_BODIES = {
    "Police", "Government", "Department", "Council", "Court", "Commission", "Committee", "Hospital",
    "University", "College", "School", "Schools", "Airport", "County", "City", "Parliament",
    "Assembly", "Senate", "House", "Ministry", "Minister", "Embassy", "Consulate", "Sheriff",
    "Fire", "Army", "Navy", "Authority", "Board", "Office", "Bureau", "Agency", "Service",
    "Services", "District", "Library", "Museum", "Legislature", "Supreme", "Attorney", "Mayor",
    "Governor", "Chamber", "Public", "Municipal", "National", "Regional", "Metropolitan", "State",
    "Center", "Centre", "Town", "Village", "Park", "Airbase", "Base", "Station", "Health",
    "Institute", "Academy", "Guard", "Administration", "Division", "Association", "Federation",
}  # fmt: skip
OF_ORGANISATION = {
    "Bank", "Church", "Institute", "Council", "Commission", "Society", "Voice", "Academy",
    "League", "Association", "Department", "Free", "Treaty", "Battle", "Duke", "Duchess", "Party",
    "Earl", "Bishop",
}  # fmt: skip
TITLES = {
    "Mr", "Mrs", "Ms", "Dr", "Sir", "Lord", "Lady", "Miss", "Prof", "Gen", "Sgt", "Capt", "Lt",
    "Sen", "Rep", "Rev", "Father", "Sister", "Brother", "Judge", "Justice", "Officer",
}  # fmt: skip
# Names of places that mean something else unless their state stands behind them.
NEVER_NAMES = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
    "Saturday", "Sunday", "White House", "Rose Garden", "City Hall", "Supreme Court",
    "North", "South", "East", "West", "Central", "Northern", "Southern", "Eastern", "Western",
    "City", "Capital", "Federal", "Center", "Centre", "Free", "Far North", "University", "Street",
    "River", "Lakes", "Park", "Village", "Hill", "Valley", "Reserve", "Jewish", "Arab", "Union",
    "Liberty", "Commerce", "Industry", "Justice", "Independence", "Republic", "Constitution",
}  # fmt: skip

PLACE_PREPOSITIONS = {
    "in", "at", "near", "from", "to", "into", "outside", "around", "across", "inside", "toward",
    "towards", "via", "between", "through", "throughout", "over",
}  # fmt: skip
DIRECTIONS = {
    "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central",
    "northern", "southern", "eastern", "western", "central", "Greater", "Upper", "Lower",
    "Downtown",
}  # fmt: skip
