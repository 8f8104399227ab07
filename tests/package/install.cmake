# Installs into an empty prefix and compares: every public header arrives, and those of io only with io.
file(REMOVE_RECURSE ${PREFIX})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${PREFIX} COMMAND_ERROR_IS_FATAL ANY)

file(GLOB_RECURSE wanted RELATIVE ${HEADERS} ${HEADERS}/*.hpp)
if(NOT IO)
  list(FILTER wanted EXCLUDE REGEX "^earlyhelp/io/")
endif()
file(GLOB_RECURSE installed RELATIVE ${PREFIX}/include ${PREFIX}/include/*)
list(SORT wanted)
list(SORT installed)
if(NOT wanted STREQUAL installed)
  message(FATAL_ERROR "public headers: ${wanted}\ninstalled: ${installed}")
endif()
