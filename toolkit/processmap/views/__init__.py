"""What the pages of the site show: frozen data with texts in the map's language, and no drawing syntax or HTML."""
