# Developer builds only: consumers never see these flags.
option(EARLYHELP_WERROR "Treat warnings as errors" OFF)
add_library(earlyhelp_warnings INTERFACE)
target_compile_options(earlyhelp_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
  -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual -Wswitch-enum
  -Wcast-align -Wcast-qual -Wdouble-promotion -Wformat=2 -Wnull-dereference
  -Wunused -Wextra-semi
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond;-Wduplicated-branches;-Wlogical-op;-Wuseless-cast>
  $<$<BOOL:${EARLYHELP_WERROR}>:-Werror>)
# g++ 12 says at -O2 that "text" + std::string overlaps itself, has no end or is null, which it is not (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(earlyhelp_warnings INTERFACE -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds
                                                    -Wno-null-dereference)
endif()
foreach(target IN ITEMS earlyhelp earlyhelp_io earlyhelp_cli)
  if(TARGET ${target})
    target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:earlyhelp_warnings>)
  endif()
endforeach()
