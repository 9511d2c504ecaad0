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

# Names of organisations go on like this: "Washington Post", "Bank of England".
ORGANISATION_AFTER = {
    "Post", "Times", "Herald", "Tribune", "Journal", "Independent", "Gazette", "Globe",
    "University", "College", "Institute", "School", "Bank", "Airlines", "Airways", "Police",
    "Army", "United", "City", "FC", "Club", "Hospital", "Conference", "Declaration",
    "Agreement", "Accords", "Accord", "Protocol", "Treaty", "Memorandum", "Convention",
    "Process", "Stock", "Exchange", "Council", "Court", "Department", "Examiner", "Observer",
    "Mail", "News", "Radio", "Television", "TV", "Today", "Pravda", "Insight", "Commission",
    "Committee", "Foundation", "Center", "Centre", "Museum", "Orchestra", "Opera", "Symphony",
    "Airport", "Review", "Morning", "Standard", "Union", "Group",
}  # fmt: skip
OF_ORGANISATION = {
    "Bank", "University", "Church", "Institute", "College", "Court", "Council", "Department",
    "Commission", "Society", "Voice", "Museum", "Academy", "School", "League", "Association",
    "Free", "Treaty", "Battle", "Duke", "Party",
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
